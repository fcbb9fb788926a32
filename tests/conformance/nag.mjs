// cdk-nag's rules as functions on one resource, found by the identifiers that its packs give them.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const cdk = require('aws-cdk-lib');
const nag = require('cdk-nag');

/** Rule function by name, those in no pack included. */
export const rules = new Map(Object.values(nag.rules).flatMap((group) => Object.values(group)).map((rule) => [rule.name, rule]));

/** Pack identifier (`AwsSolutions-S10`) -> name of the rule function. */
export const packIds = new Map();

// A pack tells its rules only to the callback that it runs on a resource; no rule needs to apply to this one.
const probe = new cdk.CfnResource(new cdk.Stack(new cdk.App({ analyticsReporting: false }), 'Probe'), 'Probe', { type: 'Custom::Probe' });
for (const Pack of Object.values(nag).filter((member) => typeof member === 'function' && member.prototype instanceof nag.NagPack)) {
  const pack = new Pack();
  pack.applyRule = ({ rule, ruleSuffixOverride }) => packIds.set(`${pack.readPackName}-${ruleSuffixOverride ?? rule.name}`, rule.name);
  pack.checkResource(probe);
}

/** What a rule says of a resource: 'broken', 'passed', 'error: ...' when it needs a value that the template does not hold, or null when it does not apply. */
export function verdict(ruleName, node) {
  try {
    const result = rules.get(ruleName)(node);
    // An array lists findings inside the resource; an empty one means that it was judged and is clean.
    if (Array.isArray(result)) return result.length > 0 ? 'broken' : 'passed';
    if (result === nag.NagRuleCompliance.NON_COMPLIANT) return 'broken';
    return result === nag.NagRuleCompliance.COMPLIANT ? 'passed' : null;
  } catch (error) {
    return `error: ${error.message.split('\n')[0]}`;
  }
}
