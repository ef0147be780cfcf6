import { expect, test } from 'vitest';
import { render } from './render.fixture';

/** Templates as the developer guide prints them, and what they must make. */
const input = {
  params: {
    path: { stream: 'clicks', id: '7' },
    querystring: { limit: '5', q: 'a b' },
    header: { 'X-Trace': 'say "hi"', Accept: 'application/json' },
  },
  context: { stage: 'prod', requestId: 'r-1', identity: { sourceIp: '127.0.0.1' }, httpMethod: 'POST' },
  stageVariables: { table: 'pets-prod', queue: 'https://sqs/q?x=1' },
};

function renderJson(template: string, body: unknown): unknown {
  return JSON.parse(render(template, body, input));
}

test('the passthrough template of the console', () => {
  const template = `##  See https://docs.aws.amazon.com/apigateway/latest/developerguide/
##  This template will pass through all parameters
#set($allParams = $input.params())
{
"body-json" : $input.json('$'),
"params" : {
#foreach($type in $allParams.keySet())
    #set($params = $allParams.get($type))
"$type" : {
    #foreach($paramName in $params.keySet())
    "$paramName" : "$util.escapeJavaScript($params.get($paramName))"
        #if($foreach.hasNext),#end
    #end
}
    #if($foreach.hasNext),#end
#end
},
"stage-variables" : {
#foreach($key in $stageVariables.keySet())
"$key" : "$util.escapeJavaScript($stageVariables.get($key))"
    #if($foreach.hasNext),#end
#end
},
"context" : {
    "stage" : "$context.stage",
    "source-ip" : "$context.identity.sourceIp",
    "user" : "$context.identity.user",
    "request-id" : "$context.requestId"
    }
}`;
  expect(renderJson(template, { a: [1, { b: null }] })).toEqual({
    'body-json': { a: [1, { b: null }] },
    params: input.params,
    'stage-variables': input.stageVariables,
    context: { stage: 'prod', 'source-ip': '127.0.0.1', user: '', 'request-id': 'r-1' },
  });
});

test('a DynamoDB PutItem request', () => {
  const template = `{
    "TableName": "\${stageVariables.table}",
    "Item": {
      "id": { "S": "$context.requestId" },
      "name": { "S": $input.json('$.name') },
      "age": { "N": "$input.path('$.age')" }
      #if($input.path('$.tags').size() > 0),
      "tags": { "SS": $input.json('$.tags') }
      #end
    }
}`;
  expect(renderJson(template, { name: 'Rex "the dog"', age: 3.5, tags: ['x'] })).toEqual({
    TableName: 'pets-prod',
    Item: { id: { S: 'r-1' }, name: { S: 'Rex "the dog"' }, age: { N: '3.5' }, tags: { SS: ['x'] } },
  });
  expect(renderJson(template, { name: 'a', age: 1, tags: [] })).toMatchObject({ Item: { age: { N: '1' } } });
});

test('a DynamoDB Query response', () => {
  const template = `#set($inputRoot = $input.path('$'))
{
    "comments": [
        #foreach($elem in $inputRoot.Items) {
            "commentId": "$elem.commentId.S",
            "likes": $elem.likes.N,
            "user": "$!elem.userName.S"
        }#if($foreach.hasNext),#end
	#end
    ]
}`;
  const items = [
    { commentId: { S: 'a' }, likes: { N: '3' }, userName: { S: 'u' } },
    { commentId: { S: 'b' }, likes: { N: '0' } },
  ];
  expect(renderJson(template, { Items: items })).toEqual({
    comments: [
      { commentId: 'a', likes: 3, user: 'u' },
      { commentId: 'b', likes: 0, user: '' },
    ],
  });
  expect(renderJson(template, { Items: [] })).toEqual({ comments: [] });
});

test('Kinesis PutRecords', () => {
  const template = `{
    "StreamName": "$input.params('stream')",
    "Records": [
       #foreach($elem in $input.path('$.records'))
          {
            "Data": "$util.base64Encode($elem.data)",
            "PartitionKey": "$elem.partition-key"
          }#if($foreach.hasNext),#end
        #end
    ]
}`;
  const records = [
    { data: 'some data', 'partition-key': 'k1' },
    { data: 'é', 'partition-key': 'k2' },
  ];
  expect(renderJson(template, { records })).toEqual({
    StreamName: 'clicks',
    Records: [
      { Data: 'c29tZSBkYXRh', PartitionKey: 'k1' },
      { Data: 'w6k=', PartitionKey: 'k2' },
    ],
  });
});

test('Kinesis records by an index, with a key made of the data where there is none', () => {
  const template = `{ "Records": [
    #set( $numRecords = $input.path('$.records').size() )
    #if($numRecords > 0)
    #set( $maxIndex = $numRecords - 1 )
    #foreach( $idx in [0..$maxIndex] )
    #set( $elem = $input.path("$.records[\${idx}]") )
    #set( $data = $util.base64Encode($elem.data) )
    { "Data": "$data",
      "PartitionKey": #if( $elem.partitionKey != '')"$elem.partitionKey"
                      #else"$data.length()"#end
    }#if( $idx < $maxIndex ),#end
    #end
    #end
]}`;
  const records = [{ data: 'one' }, { data: { foo: 'bar', n: [1] }, partitionKey: 'key' }];
  expect(renderJson(template, { records })).toEqual({
    Records: [
      { Data: 'b25l', PartitionKey: '4' },
      // $util.base64Encode takes an object as JSON.
      { Data: Buffer.from('{"foo":"bar","n":[1]}').toString('base64'), PartitionKey: 'key' },
    ],
  });
});

test('SQS SendMessage', () => {
  const template =
    'Action=SendMessage&QueueUrl=$util.urlEncode($stageVariables.queue)&MessageBody=$util.urlEncode($input.body)' +
    "&MessageAttribute.1.Value.StringValue=$input.params('q')#if($input.params('none') != '')&x=1#end";
  expect(render(template, '{"a": 1}', input)).toBe(
    'Action=SendMessage&QueueUrl=https%3A%2F%2Fsqs%2Fq%3Fx%3D1&MessageBody=%7B%22a%22%3A+1%7D' +
      '&MessageAttribute.1.Value.StringValue=a b',
  );
});

test('Step Functions StartExecution', () => {
  const template = `#set($data = $util.escapeJavaScript($input.json('$')).replaceAll("\\\\'", "'"))
{
    "input": "$data",
    "name": "$context.requestId",
    "stateMachineArn": "arn:aws:states:us-east-1:000000000000:stateMachine:m"
}`;
  const body = { text: 'it\'s "quoted"\n', path: 'a/b\\c' };
  const rendered = renderJson(template, body) as { input: string };
  expect(JSON.parse(rendered.input)).toEqual(body);
});

test('an S3 error mapped to JSON, and a photo album with its nested lists', () => {
  const error = `#set($message = $input.path('$.errorMessage'))
#if($message.contains('[404]'))
#set($context.responseOverride.status = 404)
#end
{"error": "$util.escapeJavaScript($message)"}`;
  expect(renderJson(error, { errorMessage: '[404] no "pet"' })).toEqual({ error: '[404] no "pet"' });
  const album = `#set($inputRoot = $input.path('$'))
{
  "photos": [
#foreach($elem in $inputRoot.photos.photo)
    {
      "id": "$elem.id",
      "tags": [#foreach($t in $elem.tags)"$t"#if($foreach.hasNext), #end#end],
      "count": $elem.tags.size(),
      "odd": #if($foreach.count % 2 == 1)true#{else}false#end
    }#if($foreach.hasNext),#end

#end
  ]
}`;
  const photo = [
    { id: '1', tags: ['a', 'b'] },
    { id: '2', tags: [] },
  ];
  expect(renderJson(album, { photos: { page: 1, photo } })).toEqual({
    photos: [
      { id: '1', tags: ['a', 'b'], count: 2, odd: true },
      { id: '2', tags: [], count: 0, odd: false },
    ],
  });
});

/** Spellings that tests of an emulator would try, each with what the reference sheet makes of it. */
test.each([
  [
    'a map, filled and read back',
    '#set($m = {})#set($m.a = "x")#set($m["b"] = {"c": [1, 2]})$m.a $m.b.c[1] $m',
    'x 2 {a=x, b={c=[1, 2]}}',
  ],
  ['put within #set', '#set($m = {"k": "v"})#set($old = $m.put("k", "w"))$old$m.k', 'vw'],
  [
    'a list filled in a loop',
    '#set($l = [])#foreach($i in [1..3])#set($done = $l.add("n$i"))#end$l $l.size()',
    '[n1, n2, n3] 3',
  ],
  ['quotes within quotes', `#set($q = '"')$q#set($s = "it's")$s`, '"it\'s'],
  [
    'a boolean that is printed',
    '#set($b = true)#set($n = !$b){"on": $b, "off": $n}',
    '{"on": true, "off": false}',
  ],
  ['$! and ${}', '[$!none][$!{none}][${none}]#set($x = "v")[$!x][$!{x}y][${x}y]', '[][][][v][vy][vy]'],
  ['an else-if chain', '#set($n = 5)#if($n > 9)a#elseif($n > 4)b#else c#end', 'b'],
  ['nested conditions', '#if(true)#if(false)x#{else}y#end#{else}z#end', 'y'],
  ['parentheses and not', '#if(!(1 == 2) && (true || false))y#end', 'y'],
  ['a range downwards', '#foreach($i in [3..1])$i#end', '321'],
  ['a range of variables', '#set($a = 2)#set($z = 4)#foreach($i in [$a..$z])$i#end', '234'],
  [
    'a macro with a text and a number',
    '#macro(row $k $v)"$k": $v#end{#row("a" 1), #row("b", 2)}',
    '{"a": 1, "b": 2}',
  ],
  ['a macro within a loop', '#macro(p $x)<$x>#end#foreach($i in ["a","b"])#p($i)#end', '<a><b>'],
  ['#define sees the loop', '#define($d)[$i]#end#foreach($i in [1,2])$d#end', '[1][2]'],
  ['#stop', 'a#if(true)#stop#end b', 'a'],
  ['a member by a variable', '#set($k = "b")#set($m = {"a": 1, "b": 2})$m[$k]$m.get($k)', '22'],
  ['a member with a dash', '#set($m = {"a-b": 1})$m.a-b $m["a-b"]', '1 1'],
  ['arithmetic in #set only', '#set($x = 7 * 3 - 1)$x $x-1', '20 '],
  ['a negative number', '#set($x = -3)#set($y = $x - -4)$y', '1'],
  ['a comparison of a number with its text', '#if("5" == 5)y#end', 'y'],
  ['a text and a number joined', '#set($x = "n" + 1)$x', 'n1'],
  ['a JSON path made of a variable', '#set($k = \'b\')$input.path("$.a.$k")$input.json("$.a[\'$k\']")', '77'],
  ['a path of a path', "$input.path('$.a').b$input.path('$').a.b", '77'],
  ['the whole of a list', "$input.json('$.l')$input.path('$.l')", '[1,"x",null][1,"x",null]'],
  ['a list in a loop', "#foreach($e in $input.path('$.l'))[$!e]#end", '[1][x][]'],
  ['a list by get', "$input.path('$.l').get(1)$input.path('$.l')[0]$input.path('$.l[1]')", 'x1x'],
  [
    'the keys of an object',
    "#foreach($k in $input.path('$.a').keySet())$k=$input.path('$.a').get($k)#end",
    'b=7',
  ],
  ['an object goes on as JSON', "$input.json('$.a')", '{"b":7}'],
  ['parseJson of a text in the body', "$util.parseJson($input.path('$.text')).x.y", '1'],
  ['base64 and back', "$util.base64Decode($util.base64Encode('héllo'))", 'héllo'],
  ['url and back', "$util.urlDecode($util.urlEncode('a b&c=é'))", 'a b&c=é'],
  [
    'escapeJavaScript of a number',
    "$util.escapeJavaScript($input.path('$.a.b'))$util.escapeJavaScript(true)",
    '7true',
  ],
  ['a line of only a directive within JSON', '{\n#if(true)\n  "a": 1\n#end\n}', '{\n  "a": 1\n}'],
  ['a directive in braces', '#{if}(true)a#{else}b#{end}c', 'ac'],
  ['an unknown directive is text', '#foo($x) #bar', '#foo() #bar'],
  ['a dollar amount is text', '$100 $1.50 $', '$100 $1.50 $'],
  ['$ before a quote', '"$" \'$\'', '"$" \'$\''],
  ['a reference in a text that is no template', "#set($x = 'a $b #if')$x", 'a $b #if'],
])('%s', (_, template, expected) => {
  expect(render(template, { a: { b: 7 }, l: [1, 'x', null], text: '{"x":{"y":1}}' })).toBe(expected);
});
