import type { Draft } from './Draft';

const json = (value: unknown) => JSON.stringify(value, null, 2);

const parameters = json({
  path: { petId: '7' },
  querystring: { limit: '2' },
  header: { Accept: 'application/json', 'Content-Type': 'application/json' },
});
const stageVariables = json({ table: 'pets-dev' });
const context = json({ stage: 'dev', authorizer: { principalId: 'user-1' } });

const rest = { parameters, stageVariables, context };

const dynamoRequest = `#set($inputRoot = $input.path('$'))
{
  "TableName": "$stageVariables.table",
  "Item": {
    "petId": { "S": "$input.params('petId')" },
    "name": { "S": $input.json('$.name') },
    "owner": { "S": "$context.authorizer.principalId" },
    "tags": { "SS": [
      #foreach($tag in $inputRoot.tags)
      "$util.escapeJavaScript($tag)"#if($foreach.hasNext),#end
      #end
    ] }
  }
}`;

const responseMapping = `#set($items = $input.path('$.Items'))
{
  "count": $items.size(),
  "pets": [
    #foreach($item in $items)
    {
      "id": "$item.petId.S",
      "name": "$item.name.S",
      "price": $item.price.N
    }#if($foreach.hasNext),#end
    #end
  ]
}`;

const loop = `#set($total = 0)
#foreach($line in $input.path('$.lines'))
#set($amount = $line.price * $line.quantity)
#set($total = $total + $amount)
$foreach.count. $line.name: $amount
#if($foreach.last)
#set($summary = "$foreach.count lines, $total in all")
#end
#end
$summary`;

const errorMapping = `#set($message = $input.path('$.errorMessage'))
#if($message.startsWith('[404]'))
  #set($context.responseOverride.status = 404)
#elseif($message.startsWith('[400]'))
  #set($context.responseOverride.status = 400)
#end
{
  "message": "$util.escapeJavaScript($message.substring(6))",
  "requestId": "$context.requestId"
}`;

export interface Example {
  name: string;
  draft: Draft;
}

/** To start from; the first is what an empty address shows. */
export const examples: readonly [Example, ...Example[]] = [
  {
    name: 'Request to DynamoDB',
    draft: {
      ...rest,
      kind: 'request',
      template: dynamoRequest,
      body: json({ name: 'Rex "the dog"', tags: ['brown', 'large'] }),
    },
  },
  {
    name: 'Response of a query',
    draft: {
      ...rest,
      kind: 'response',
      template: responseMapping,
      body: json({
        Items: [
          { petId: { S: '1' }, name: { S: 'Rex' }, price: { N: '249.99' } },
          { petId: { S: '2' }, name: { S: 'Mia' }, price: { N: '124.99' } },
        ],
      }),
    },
  },
  {
    name: 'Loop with a sum',
    draft: {
      ...rest,
      kind: 'request',
      template: loop,
      body: json({
        lines: [
          { name: 'Collar', price: 12, quantity: 2 },
          { name: 'Food', price: 3.5, quantity: 10 },
        ],
      }),
    },
  },
  {
    name: 'Error mapping',
    draft: {
      ...rest,
      kind: 'response',
      template: errorMapping,
      body: json({ errorMessage: '[404] There is no pet "7"', errorType: 'Error' }),
    },
  },
];

/** Bodies that templates must stand. */
export const bodyPresets: readonly { name: string; body: string }[] = [
  { name: 'An object', body: json({ id: 7, name: 'Rex', tags: ['brown'] }) },
  { name: 'A list', body: json([{ id: 1 }, { id: 2 }]) },
  { name: 'Quotes and line breaks', body: json({ text: 'It\'s "quoted",\nand é' }) },
  { name: 'Nulls and numbers', body: json({ none: null, whole: 12345678901, price: 2.5, yes: true }) },
  { name: 'A form', body: 'name=Rex&tags=brown' },
  { name: 'Plain text', body: 'plain text' },
  { name: 'Empty', body: '' },
];
