/**
 * Renders one template 10,000 times and prints the processor time of one rendering in µs, and the output.
 * Arguments: `gatehouse` or `velocityjs`, and `compiled` (the tree is made once) or `whole` (for each rendering).
 */
import { compileTemplate } from '@gatehouse/gateway/vtl';
import { Compile, parse } from 'velocityjs';

const renders = 10_000;
const warming = 3_000;

/** 1 KB, with what mapping templates do: a loop, conditions, references, texts of the body and parameters. */
const template = `#set($inputRoot = $input.path('$'))
#set($total = 0)
{
  "TableName": "$stageVariables.table",
  "requestId": "$context.requestId",
  "caller": "$context.identity.sourceIp",
  "customer": {
    "id": "$inputRoot.customer.id",
    "name": "$util.escapeJavaScript($inputRoot.customer.name)",
    "trace": "$input.params('X-Trace')",
    #if($inputRoot.customer.vip == true)"tier": "gold",#else"tier": "standard",#end

    "limit": #if($input.params('limit') != "")$input.params('limit')#{else}10#end

  },
  "lines": [
    #foreach($line in $inputRoot.lines)
    #set($amount = $line.price * $line.quantity)
    #set($total = $total + $amount)
    {
      "position": $foreach.count,
      "sku": "$line.sku",
      "title": "$util.escapeJavaScript($line.title)",
      "amount": $amount,
      "note": #if($line.note && $line.note != "")"$line.note.toUpperCase()"#{else}null#end

    }#if($foreach.hasNext),#end

    #end
  ],
  "total": $total,
  "count": $inputRoot.lines.size(),
  "raw": $input.json('$.customer'),
  "signature": "$util.base64Encode($context.requestId)"
}`;

const line = (at: number) => ({
  sku: `S-${at}`,
  title: `Item "${at}"`,
  price: at + 1,
  quantity: 2,
  note: at % 2 ? 'fragile' : '',
});
const body = JSON.stringify({
  customer: { id: 'c-17', name: 'Ada "the first"', vip: true },
  lines: Array.from({ length: 5 }, (_, at) => line(at)),
});
const params = {
  path: { id: '7' },
  querystring: { limit: '25' },
  header: { 'X-Trace': 'Root=1-67891233-abcdef012345678912345678' },
};
const context = { requestId: '5f6c1d0e-aaaa', identity: { sourceIp: '127.0.0.1' } };
const stageVariables = { table: 'orders' };

type Render = () => string;

function gatehouse(): Render {
  const compiled = compileTemplate(template, 'bench');
  return () => compiled.render({ body, params, context, stageVariables }).text;
}

/** velocityjs knows no AWS: the least that could stand for $input and $util, without JSONPath, limits or overrides. */
function velocityjs(): Render {
  const tree = parse(template);
  return () => new Compile(tree).render({ input: awsInput(), util, context, stageVariables });
}

function awsInput() {
  const document: unknown = JSON.parse(body);
  const find = (path: string) =>
    path
      .split('.')
      .slice(1)
      .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document);
  const flat: Record<string, string> = { ...params.header, ...params.querystring, ...params.path };
  return {
    path: find,
    json: (path: string) => JSON.stringify(find(path)),
    params: (name: string) => flat[name] ?? '',
  };
}

const util = {
  escapeJavaScript: (text: string) => JSON.stringify(text).slice(1, -1),
  base64Encode: (text: string) => Buffer.from(text).toString('base64'),
};

const [, , who = '', how = ''] = process.argv;
const make = { gatehouse, velocityjs }[who];
if (!make) throw new Error(`gatehouse or velocityjs, not ${who}`);
const kept = make();
const render: Render = how === 'whole' ? () => make()() : kept;

for (let at = 0; at < warming; at += 1) render();
const before = process.cpuUsage();
for (let at = 0; at < renders; at += 1) render();
const { user, system } = process.cpuUsage(before);
const micros = (user + system) / renders;
process.stdout.write(
  JSON.stringify({ micros, bytes: Buffer.byteLength(template), output: JSON.parse(render()) as unknown }),
);
