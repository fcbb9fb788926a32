// The templates of a cloud assembly, as cdk-nag needs them: typed constructs again, each with the path of the construct that made it.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const require = createRequire(import.meta.url);
const cdk = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');

// The include module reads AWS::EKS::* as the classes of aws-eks-v2, while cdk-nag asks for those of aws-eks: one resource type, two classes.
for (const [name, type] of Object.entries(require('aws-cdk-lib/aws-eks')))
  if (name.startsWith('Cfn') && type.CFN_RESOURCE_TYPE_NAME)
    Object.defineProperty(type, Symbol.hasInstance, { value: (construct) => construct?.cfnResourceType === type.CFN_RESOURCE_TYPE_NAME });

/**
 * Every template below a folder, nested stacks and stages included.
 * `resources` are { node, path, type }; `skipped` are { path, type, reason }: the typed parser refused them, so no rule saw them.
 */
export function templatesIn(folder) {
  return fs.readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.template.json'))
    .sort()
    .map((name) => read(path.join(folder, name)));
}

function read(file) {
  const template = JSON.parse(fs.readFileSync(file, 'utf8'));
  const ids = Object.keys(template.Resources ?? {});
  const describe = (id) => ({ path: template.Resources[id].Metadata?.['aws:cdk:path'] ?? id, type: template.Resources[id].Type });
  const refused = new Map();
  for (;;) {
    const { included, problem } = include(file, [...refused.keys()]);
    if (included)
      return {
        resources: ids.filter((id) => !refused.has(id)).map((id) => ({ node: included.getResource(id), ...describe(id) })),
        skipped: [...refused].map(([id, reason]) => ({ ...describe(id), reason })),
      };
    if (refused.size === ids.length) throw new Error(`${file}: ${problem}`);
    for (const id of guilty(file, problem, ids.filter((id) => !refused.has(id)))) refused.set(id, problem);
  }
}

/** The template as constructs, typed except for the resources named in `untyped`; or the problem that the parser has with it. */
function include(file, untyped) {
  const stack = new cdk.Stack(new cdk.App({ analyticsReporting: false }), 'Template');
  try {
    return { included: new CfnInclude(stack, 'Included', { templateFile: file, allowCyclicalReferences: true, dehydratedResources: untyped }) };
  } catch (error) {
    return { problem: error.message.split('\n')[0] };
  }
}

/** Of the resources still typed: those that the problem names, else those that are refused on their own, else all. */
function guilty(file, problem, ids) {
  const named = ids.filter((id) => problem.includes(`'${id}'`));
  if (named.length > 0) return named;
  const alone = ids.filter((id) => include(file, ids.filter((other) => other !== id)).problem);
  return alone.length > 0 ? alone : ids;
}
