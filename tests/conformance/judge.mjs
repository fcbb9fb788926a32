#!/usr/bin/env node
// judge.mjs ASSEMBLY_FOLDER [EXCEPTIONS.json]: holds every synthesized case against cdk-nag. Exit 1 when one is wrong.
import fs from 'node:fs';
import path from 'node:path';
import { packIds, rules, verdict } from './nag.mjs';
import { templatesIn } from './templates.mjs';

const folder = process.argv[2];
const exceptionsFile = process.argv[3] ?? path.join(import.meta.dirname, 'exceptions.json');
const index = JSON.parse(fs.readFileSync(path.join(folder, 'index.json'), 'utf8'));
const exceptions = new Map(Object.entries(JSON.parse(fs.readFileSync(exceptionsFile, 'utf8'))));

let wrong = 0;
function report(status, name, detail) {
  if (status === 'wrong') wrong++;
  console.log(`${status.padEnd(9)} ${name}${detail ? `: ${detail}` : ''}`);
}

// The list that our documentation and rules are checked against has to be the real one; two functions of cdk-nag are not exported.
if (index.cdkNag) {
  const listed = new Set(index.cdkNag.rules.map((rule) => rule.name));
  for (const name of rules.keys()) if (!listed.has(name)) report('wrong', name, 'is a rule of cdk-nag that is missing from CdkNagRules');
  const ids = new Map(index.cdkNag.rules.flatMap((rule) => rule.ids.map((id) => [id, rule.name])));
  for (const [id, name] of packIds) if (ids.get(id) !== name) report('wrong', name, `is called ${id} by cdk-nag; CdkNagRules says ${ids.get(id) ?? 'nothing'}`);
  for (const [id, name] of ids) if (!packIds.has(id)) report('wrong', name, `is not called ${id} by cdk-nag`);
}

/** Case keys are C# identifiers; the rules that are not about constructs have dashes in theirs. */
const identifier = (key) => key.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('');

// What cdk-nag calls each of our rules: the identifiers in its record, and the key itself where it is cdk-nag's own name.
const namesByKey = new Map();
for (const rule of index.rules) {
  const unknown = rule.cdkNag.filter((id) => !packIds.has(id));
  if (unknown.length > 0) report('wrong', rule.key, `${rule.id} refers to ${unknown.join(', ')}, which cdk-nag does not have`);
  namesByKey.set(identifier(rule.key), new Set(rule.cdkNag.filter((id) => packIds.has(id)).map((id) => packIds.get(id))));
}

function nagNames(key) {
  const names = new Set(namesByKey.get(key));
  if (rules.has(key)) names.add(key);
  return [...names].sort();
}

// The resources of each case: the first segment of a construct path is the stack of the case, whatever the case built inside.
const resources = new Map();
const skipped = new Map();
const push = (map, resource) => {
  const stack = resource.path.split('/')[0];
  map.set(stack, [...(map.get(stack) ?? []), resource]);
};
for (const template of templatesIn(folder)) {
  for (const resource of template.resources) push(resources, resource);
  for (const resource of template.skipped) push(skipped, resource);
}

const ofSubject = (resource) => resource.path.split('/').includes('Subject');

/** What each rule says of the Subject, worst first: { broken, passed, errors } are lists of rule names; errors come with their text. */
function judge(stack, names) {
  const result = { broken: [], passed: [], errors: [] };
  for (const name of names) {
    const verdicts = (resources.get(stack) ?? []).filter(ofSubject).map((resource) => verdict(name, resource.node)).filter(Boolean);
    const error = verdicts.find((v) => v.startsWith('error'));
    if (error) result.errors.push(`${name} ${error}`);
    else if (verdicts.includes('broken')) result.broken.push(name);
    else if (verdicts.length > 0) result.passed.push(name);
  }
  return result;
}

/** Why the verdict on one case is not what its name promises, or null. `broken` holds what the bad cases of the key break. */
function complaint(bad, result, broken, names) {
  if (result.errors.length > 0) return result.errors.join('; ');
  if (bad) return result.broken.length > 0 ? null : `cdk-nag does not object to the Subject (${names.join(', ')})`;
  if (result.broken.length > 0) return `the Subject breaks ${result.broken.join(', ')}`;
  const unjudged = [...broken].filter((name) => !result.passed.includes(name));
  if (unjudged.length > 0) return `${unjudged.join(', ')} did not judge the Subject`;
  return result.passed.length > 0 ? null : `no rule judged the Subject (${names.join(', ')})`;
}

let unknown = 0;
let excepted = 0;
const keys = [...new Set(index.cases.map((c) => c.key))].sort();
for (const key of keys) {
  const cases = index.cases.filter((c) => c.key === key);
  for (const variant of ['Bad', 'Good'])
    if (!cases.some((c) => c.variant.startsWith(variant))) report('wrong', key, `has no ${variant} case`);

  const failed = cases.filter((c) => c.error);
  for (const c of failed) report('wrong', c.stack, `does not build: ${c.error}`);
  const built = cases.filter((c) => !c.error);

  const names = nagNames(key);
  if (names.length === 0) {
    unknown++;
    for (const c of built) report('synth', c.stack, 'not known to cdk-nag');
    if (exceptions.has(key)) report('wrong', key, 'is in the exceptions, but cdk-nag does not judge it');
    continue;
  }

  const results = new Map(built.map((c) => [c, judge(c.stack, names)]));
  const isBad = (c) => c.variant.startsWith('Bad');
  const broken = new Set(built.filter(isBad).flatMap((c) => results.get(c).broken));
  let disagrees = false;
  for (const c of built) {
    const unseen = (skipped.get(c.stack) ?? []).filter(ofSubject).map((r) => `${r.type} was not parsed: ${r.reason}`);
    const problem = unseen[0] ?? complaint(isBad(c), results.get(c), broken, names);
    if (!problem) {
      report('ok', c.stack, (isBad(c) ? results.get(c).broken : results.get(c).passed).join(', '));
    } else if (exceptions.has(key)) {
      disagrees = true;
      excepted++;
      report('exception', c.stack, `${problem}. ${exceptions.get(key)}`);
    } else {
      report('wrong', c.stack, problem);
    }
  }
  if (exceptions.has(key) && !disagrees && failed.length === 0) report('wrong', key, 'is in the exceptions, but cdk-nag agrees with its cases: remove the entry');
}

if (index.complete)
  for (const key of exceptions.keys()) if (!keys.includes(key)) report('wrong', key, 'is in the exceptions, but has no cases');

const judged = index.rules.filter((rule) => keys.includes(identifier(rule.key)));
if (judged.length > 0) {
  const fixable = judged.filter((rule) => rule.hasFix).length;
  console.log(`${fixable} of ${judged.length} rules have a fix, ${Math.round((100 * fixable) / judged.length)} %; a unit test holds that it makes good.cs of bad.cs`);
}
console.log(`${unknown} rules not known to cdk-nag, ${excepted} cases excepted`);
console.log(`${keys.length} rules, ${index.cases.length} cases, ${wrong} wrong`);
process.exitCode = wrong > 0 || keys.length === 0 ? 1 : 0;
