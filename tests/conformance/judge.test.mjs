// The judge on templates made by hand: it must be able to say no.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const resource = (type, constructPath, properties = {}) => ({ Type: type, Properties: properties, Metadata: { 'aws:cdk:path': constructPath } });
const key = (stack, rotation, id = 'Subject') => ({ K: resource('AWS::KMS::Key', `${stack}/${id}/Resource`, { KeyPolicy: {}, EnableKeyRotation: rotation }) });

/** Runs the judge; `stacks` is stack name -> resources, a stack that is a string fails with that message. */
function judge(stacks, { exceptions = {}, rules = [], complete = true, cdkNag } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'judge-'));
  try {
    const cases = Object.entries(stacks).map(([stack, resources]) => {
      const [key, variant] = stack.split('-');
      if (typeof resources === 'string') return { key, variant, stack, error: resources };
      fs.mkdirSync(path.join(folder, stack));
      fs.writeFileSync(path.join(folder, stack, `${stack}.template.json`), JSON.stringify({ Resources: resources }));
      return { key, variant, stack, error: null };
    });
    fs.writeFileSync(path.join(folder, 'index.json'), JSON.stringify({ complete, cases, rules, cdkNag }));
    fs.writeFileSync(path.join(folder, 'exceptions.json'), JSON.stringify(exceptions));
    const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'judge.mjs'), folder, path.join(folder, 'exceptions.json')], { encoding: 'utf8' });
    assert.equal(run.stderr, '');
    const lines = run.stdout.trimEnd().split('\n');
    return { code: run.status, summary: lines.at(-1), lines, wrong: lines.filter((line) => line.startsWith('wrong')) };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const bad = 'KMSBackingKeyRotationEnabled-Bad';
const good = 'KMSBackingKeyRotationEnabled-Good';
const right = { [bad]: key(bad, false), [good]: key(good, true) };

test('a bad case that breaks its rule and a good one that passes it', () => {
  const run = judge(right);
  assert.equal(run.summary, '1 rules, 2 cases, 0 wrong');
  assert.equal(run.code, 0);
});

test('cases that do the opposite of their names', () => {
  const run = judge({ [bad]: key(bad, true), [good]: key(good, false) });
  assert.match(run.wrong[0], /Bad: cdk-nag does not object to the Subject/);
  assert.match(run.wrong[1], /Good: the Subject breaks KMSBackingKeyRotationEnabled/);
  assert.equal(run.code, 1);
});

test('only the Subject counts', () => {
  const run = judge({ [bad]: key(bad, false, 'Helper'), [good]: { ...key(good, true), Helper: key(good, false, 'Helper').K } });
  assert.deepEqual(run.wrong.map((line) => line.split(/\s+/)[1]), [`${bad}:`]);
});

test('a good case in which nothing was judged', () => {
  const run = judge({ ...right, [good]: { Q: resource('AWS::SQS::Queue', `${good}/Subject/Resource`) } });
  assert.match(run.wrong[0], /KMSBackingKeyRotationEnabled did not judge the Subject/);
});

test('a value that the template does not hold', () => {
  const name = 'EC2RestrictedInbound';
  const group = (stack, cidr) => ({ G: resource('AWS::EC2::SecurityGroup', `${stack}/Subject/Resource`, { GroupDescription: 'x', SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: cidr }] }) });
  const run = judge({ [`${name}-Bad`]: group(`${name}-Bad`, '0.0.0.0/0'), [`${name}-Good`]: group(`${name}-Good`, { Ref: 'AWS::Region' }) });
  assert.match(run.wrong[0], /Good: EC2RestrictedInbound error: .*non-primitive/);
});

test('a resource that the parser refuses is no reason to pass', () => {
  const run = judge({ ...right, [good]: { ...key(good, { Ref: 'AWS::Region' }), Other: key(good, true, 'Helper').K } });
  assert.deepEqual(run.wrong.map((line) => line.split(': ')[1]), ['AWS::KMS::Key was not parsed']);
});

test('a case that does not build, and one without its counterpart', () => {
  const run = judge({ [bad]: 'no such property' });
  assert.deepEqual(run.wrong.map((line) => line.split(': ')[1]), ['has no Good case', 'does not build']);
});

test('the references of a record name the rules, whatever its key', () => {
  const rules = [{ id: 'SKY1999', key: 'KeyRotation', cdkNag: ['AwsSolutions-KMS5'] }];
  const stacks = { 'KeyRotation-Bad': key('KeyRotation-Bad', true), 'KeyRotation-Good': key('KeyRotation-Good', true) };
  assert.equal(judge(stacks, { rules }).wrong.length, 1);
  assert.equal(judge(stacks, { rules: [{ ...rules[0], cdkNag: [] }] }).wrong.length, 0);
});

test('a reference that cdk-nag does not have', () => {
  const run = judge(right, { rules: [{ id: 'SKY1999', key: 'KMSBackingKeyRotationEnabled', cdkNag: ['AwsSolutions-KMS99'] }] });
  assert.match(run.wrong[0], /SKY1999 refers to AwsSolutions-KMS99/);
});

test('an exception excuses a disagreement and nothing else', () => {
  const reversed = { [bad]: key(bad, true), [good]: key(good, true) };
  const exceptions = { KMSBackingKeyRotationEnabled: 'Because.' };
  assert.equal(judge(reversed, { exceptions }).summary, '1 rules, 2 cases, 0 wrong');
  assert.match(judge(right, { exceptions }).wrong[0], /remove the entry/);
  assert.match(judge(right, { exceptions: { NoSuchRule: 'Because.' } }).wrong[0], /NoSuchRule: is in the exceptions, but has no cases/);
  assert.equal(judge(right, { exceptions: { NoSuchRule: 'Because.' }, complete: false }).code, 0);
  assert.equal(judge({ [bad]: 'boom', [good]: key(good, true) }, { exceptions }).code, 1);
});

test('an EKS cluster of the L1 class is judged', () => {
  const name = 'EKSClusterNoEndpointPublicAccess';
  const cluster = (stack, open) => ({ C: resource('AWS::EKS::Cluster', `${stack}/Subject`, { RoleArn: 'arn', ResourcesVpcConfig: { SubnetIds: ['s'], EndpointPublicAccess: open } }) });
  assert.equal(judge({ [`${name}-Bad`]: cluster(`${name}-Bad`, true), [`${name}-Good`]: cluster(`${name}-Good`, false) }).summary, '1 rules, 2 cases, 0 wrong');
});

test('no cases at all', () => {
  assert.equal(judge({}).code, 1);
});

test('a list of rules that is not that of cdk-nag', () => {
  const run = judge(right, { cdkNag: { rules: [{ name: 'KMSBackingKeyRotationEnabled', ids: ['AwsSolutions-KMS5', 'AwsSolutions-KMS6'] }] } });
  assert.ok(run.wrong.some((line) => /S3BucketSSLRequestsOnly: is a rule of cdk-nag that is missing/.test(line)));
  assert.ok(run.wrong.some((line) => /is called AwsSolutions-S10 by cdk-nag; CdkNagRules says nothing/.test(line)));
  assert.ok(run.wrong.some((line) => /KMSBackingKeyRotationEnabled: is not called AwsSolutions-KMS6 by cdk-nag/.test(line)));
  assert.ok(!run.wrong.some((line) => /AwsSolutions-KMS5/.test(line)));
});

test('the share of rules with a fix', () => {
  const run = judge(right, { rules: [{ id: 'SKY1013', key: 'KMSBackingKeyRotationEnabled', cdkNag: [], hasFix: true }] });
  assert.match(run.lines.at(-3), /^1 of 1 rules have a fix, 100 %/);
});
