import { expect, test } from 'vitest';
import { render, renderResult } from './render.fixture';

/** One row: what the reference sheet states, a template, its output, and the body it reads. */
type Row = [rule: string, template: string, expected: string, body?: unknown];

const pets = {
  pets: [
    { id: 1, type: 'dog', price: 2.5 },
    { id: 2, type: 'cat' },
  ],
  'a-b': 'dash',
  none: null,
};
const params = {
  path: { id: 'path-id', same: 'from path' },
  querystring: { q: 'a b', same: 'from query' },
  header: { 'X-Key': 'k', same: 'from header', only: 'h' },
};

test.each<Row>([
  ['$input.body is the raw payload', '$input.body', '{ "a":1 }', '{ "a":1 }'],
  ['$input.body of an empty payload prints {}', '$input.body', '{}'],
  ['$input.body.anything prints nothing', '[$input.body.anything]', '[]', 'text'],
  ['$input.json keeps the quotes of strings', "$input.json('$.a-b')", '"dash"', pets],
  ['$input.json gives objects as JSON', "$input.json('$.pets[1]')", '{"id":2,"type":"cat"}', pets],
  [
    '$input.json gives the spelling of the body',
    "$input.json('$.a')",
    '[1.0, {"b" :2}]',
    '{"a":[1.0, {"b" :2}]}',
  ],
  ['$input.json of the whole body', "$input.json('$')", '{"spam": "eggs"}', ' {"spam": "eggs"}\n'],
  ['$input.json of an empty body is {}', "$input.json('$')", '{}'],
  ['$input.json of a missing path is ""', "$input.json('$.nope')", '""', pets],
  ['$input.json of a body that is no JSON is ""', "$input.json('$')", '""', 'not json'],
  ['$input.json of null', "$input.json('$.none')", 'null', pets],
  ['$input.json of an indefinite path is a list', "$input.json('$..id')", '[1,2]', pets],
  [
    '$input.json of numbers as given',
    "$input.json('$.a')",
    '12345678901234567890',
    '{"a":12345678901234567890}',
  ],
  ['$input.path gives an object to walk', "$input.path('$.pets')[0].type", 'dog', pets],
  ['$input.path of a missing path is empty', "[$input.path('$.nope')]", '[]', pets],
  ['$input.path of a body that is no JSON is empty', "[$input.path('$')]", '[]', '{"a":'],
  ['a path without $. is accepted', "$input.path('a-b')", 'dash', pets],
  ["$['a-b']", '$input.path("$[\'a-b\']")', 'dash', pets],
  ['an indefinite path gives a list', "$input.path('$..type').size()", '2', pets],
  ['.count() on results', "$input.path('$.pets').count()", '2', pets],
  ['a fraction of avg()', "#set($x = $input.path('$.n.avg()') + 1)$x", '2.5', { n: [1, 2] }],
  [
    'what a template changes stays out of $input.json',
    "$input.path('$').put('a', 2)$input.json('$.b')$input.json('$')",
    '1{"c":0}{"a":1,"b":{"c":0}}',
    { a: 1, b: { c: 0 } },
  ],
  ['filters', "$input.path('$.pets[?(@.id > 1)].type')", '["cat"]', pets],
  ['binary as text is readable by $input.body', '$input.body', 'iVBORw0=', 'iVBORw0='],
])('2 $input: %s', (_, template, expected, body) => {
  expect(render(template, body ?? '')).toBe(expected);
});

test.each<Row>([
  ['params() has path, querystring and header', '$input.params().keySet()', '[path, querystring, header]'],
  ['params().path.x', '$input.params().path.id', 'path-id'],
  ["params().get('querystring').get('q')", "$input.params().get('querystring').get('q')", 'a b'],
  ['params().header.X-Key', '$input.params().header.X-Key', 'k'],
  ['params(name) looks in path first', "$input.params('same')", 'from path'],
  ['then in the query string', "$input.params('q')", 'a b'],
  ['then in the headers', "$input.params('only')", 'h'],
  ['missing is an empty string', "[$input.params('nope')]$input.params('nope').length()", '[]0'],
  [
    'a name that JavaScript objects inherit is missing',
    "[$input.params('constructor')$input.params('__proto__')]",
    '[]',
  ],
])('2 $input.params: %s', (_, template, expected) => {
  expect(render(template, '', { params })).toBe(expected);
});

test.each<Row>([
  ['escapeJavaScript escapes quotes, backslashes and slashes', '"\\/', '\\"\\\\\\/'],
  ['escapeJavaScript escapes control characters', '\b\t\n\f\r\u0001', '\\b\\t\\n\\f\\r\\u0001'],
  ['escapeJavaScript escapes what is not ASCII', 'é€', '\\u00E9\\u20AC'],
  ["escapeJavaScript leaves ' (recorded)", "it's", "it's"],
])('3 $util: %s', (_, text, expected) => {
  expect(render("$util.escapeJavaScript($input.path('$.t'))", { t: text })).toBe(expected);
});

test.each<Row>([
  [
    'parseJson is walked with dots and indices',
    '#set($o = $util.parseJson(\'{"a":[{"b":7}]}\'))$o.a[0].b',
    '7',
  ],
  ['parseJson takes scalars', "$util.parseJson('\"x\"')$util.parseJson('true')", 'xtrue'],
  ['parseJson of what is no JSON is empty', "[$util.parseJson('{')]", '[]'],
  [
    'urlEncode writes + for a space',
    '$util.urlEncode(\'{"some": "value"}\')',
    '%7B%22some%22%3A+%22value%22%7D',
  ],
  ['urlEncode as java.net.URLEncoder', '$util.urlEncode("aZ9.-*_~!\'()é")', 'aZ9.-*_%7E%21%27%28%29%C3%A9'],
  ['urlDecode reads + as a space', "$util.urlDecode('a+b%C3%A9%')", 'a bé%'],
  ['base64Encode of UTF-8', "$util.base64Encode('hé')", 'aMOp'],
  ['base64Decode', "$util.base64Decode('aMOp')", 'hé'],
  ['AppSync functions are not available', "[$util.toJson('x')$util.autoId()$util.time.nowISO8601()]", '[]'],
])('3 $util: %s', (_, template, expected) => {
  expect(render(template)).toBe(expected);
});

const context = {
  apiId: 'a1',
  isCanaryRequest: true,
  requestTimeEpoch: 1700000000000,
  identity: { sourceIp: '127.0.0.1', user: null },
  authorizer: { principalId: 'p', claims: { sub: 's', 'custom:role': 'admin' } },
  error: { messageString: '"no"' },
};

test.each<Row>([
  ['values', '$context.apiId $context.requestTimeEpoch $context.isCanaryRequest', 'a1 1700000000000 true'],
  ['identity', '$context.identity.sourceIp', '127.0.0.1'],
  ['null identity members print empty', '[$context.identity.user]', '[]'],
  ['unset members print empty', '[$context.nope.deeper]', '[]'],
  ['a nested map prints as empty text', '[$context.get("identity")$context.identity]', '[]'],
  ['claims', "$context.authorizer.claims.sub $context.authorizer.claims['custom:role']", 's admin'],
  ['claims alone print null', '$context.authorizer.claims', 'null'],
  ['error is plain data', '$context.error.messageString', '"no"'],
  [
    'keySet lists the overrides too',
    '$context.keySet()',
    '[apiId, isCanaryRequest, requestTimeEpoch, identity, authorizer, error, requestOverride, responseOverride]',
  ],
])('4 $context: %s', (_, template, expected) => {
  expect(render(template, '', { context })).toBe(expected);
});

test('4 $context.authorizer.keySet() without an authorizer iterates nothing', () => {
  expect(render('[#foreach($k in $context.authorizer.keySet())$k#end]')).toBe('[]');
});

test.each<Row>([
  ['name', '$stageVariables.url', 'v1'],
  ["['name']", "$stageVariables['url']", 'v1'],
  ["{['name']}", `$${"{stageVariables['url']}"}x`, 'v1x'],
  ['keySet()', '$stageVariables.keySet()', '[url]'],
])('4 $stageVariables: %s', (_, template, expected) => {
  expect(render(template, '', { stageVariables: { url: 'v1' } })).toBe(expected);
});

const shapes = {
  obj: { bigger: 'dict', to: 'test', with: 'separators' },
  arr: [{ foo: 'bar' }],
  no: [],
  nul: null,
};

test.each<Row>([
  ['a missing path equals $null', "#set($x = $input.path('$.nope'))#if($x == $null)null#end", 'null'],
  ['a missing path equals ""', '#set($x = $input.path(\'$.nope\'))#if($x == "")empty#end', 'empty'],
  ['further members of it print empty', "#set($x = $input.path('$.nope'))[$x.y.z]", '[]'],
  [
    'JSON null is the same as missing',
    "#set($x = $input.path('$.nul'))[$x]#if($x == $null && $x == '')y#end",
    '[]y',
  ],
  ['an empty array prints []', "$input.path('$.no')", '[]'],
  ['it is not null, not ""', "#set($x = $input.path('$.no'))#if($x != $null && $x != '')y#end[$x.y]", 'y[]'],
  ['an object prints in Java map form', "$input.path('$.obj')", '{bigger=dict, to=test, with=separators}'],
  ['an array prints as JSON', "$input.path('$.arr')", '[{"foo":"bar"}]'],
  ['an element of an array of objects', "$input.path('$.arr')[0]", '{foo=bar}'],
  [
    'toString() is the same text',
    "$input.path('$.arr').toString()$input.path('$.obj').toString()",
    '[{"foo":"bar"}]{bigger=dict, to=test, with=separators}',
  ],
  ['a plain undefined variable prints empty', '[$undefined]', '[]'],
  ['the quiet form as well', '[$!undefined$!{undefined}]', '[]'],
  ['integers print plain', "$input.path('$.n')", '7', '{"n":7}'],
  ['decimals print as given', "$input.path('$.n')", '1.50', '{"n":1.50}'],
  [
    'large integers keep their digits',
    "$input.path('$.n')",
    '98765432109876543210',
    '{"n":98765432109876543210}',
  ],
  ['booleans', "$input.path('$.b')", 'true', '{"b":true}'],
  ['an empty rendering is empty', '#set($x = 1)', ''],
])('5 printing: %s', (_, template, expected, body) => {
  expect(render(template, body ?? shapes)).toBe(expected);
});

test('5 printing: an object that contains an array is mixed', () => {
  expect(render("$input.path('$')", { foo: [{ nested: 'bar' }] })).toBe('{foo=[{"nested":"bar"}]}');
  expect(render("$input.path('$')[0]", [[{ nested: 'bar' }]])).toBe('[{"nested":"bar"}]');
});

test('6 overrides are collected from the whole template', () => {
  const { overrides } = renderResult(
    [
      '#set($context.requestOverride.header.X-One = "a")',
      '#set($context.requestOverride.header.many = ["1", 2])',
      '#set($context.requestOverride.path.id = 5)',
      '#set($context.requestOverride.querystring["q"] = "v")',
      '#set($context.responseOverride.status = 444)',
    ].join('\n'),
  );
  expect(overrides).toEqual({
    requestOverride: {
      header: { 'X-One': 'a', many: ['1', '2'] },
      path: { id: '5' },
      querystring: { q: 'v' },
    },
    responseOverride: { header: {}, status: 444 },
  });
});

test('6 a missing value overrides nothing', () => {
  const template =
    '#set($context.requestOverride.header.a = $none)#set($context.responseOverride.header.b = $input.path("$.x"))';
  const { overrides } = renderResult(template);
  expect(overrides.requestOverride.header).toEqual({});
  expect(overrides.responseOverride.header).toEqual({});
});

test.each([99, 600, 200.5, 'many', true, ''])('6 a status of %s is ignored', (status) => {
  const template = "#set($context.responseOverride.status = $input.path('$.s'))";
  expect(renderResult(template, { body: JSON.stringify({ s: status }) }).overrides.responseOverride).toEqual({
    header: {},
  });
});

test('6 a parameter is overridden once in a template', () => {
  const twice = '#set($context.responseOverride.header.a = 1)\n #set($context.responseOverride.header.a = 2)';
  expect(() => renderResult(twice)).toThrow('test:2:2: responseOverride.header.a is overridden twice');
});

test('6 a response template reads and adds to what the request template set', () => {
  const request = renderResult(
    '#set($context.requestOverride.header.a = "1")#set($context.responseOverride.status = 201)',
  );
  const response = renderResult(
    '$context.requestOverride.header.a $context.responseOverride.status#set($context.responseOverride.header.b = "2")',
    {},
    request.overrides,
  );
  expect(response.text).toBe('1 201');
  expect(response.overrides.responseOverride).toEqual({ status: 201, header: { b: '2' } });
  expect(response.overrides.requestOverride).toEqual(request.overrides.requestOverride);
});

test('6 a template that never names $context passes the overrides on', () => {
  const { overrides } = renderResult('#set($context.responseOverride.status = 418)');
  expect(renderResult('text', {}, overrides).overrides).toEqual(overrides);
});

test.each<Row>([
  ['length substring', '#set($s = "hello")$s.length()$s.substring(3)$s.substring(1, 3)', '5loel'],
  ['split', '#set($s = "a,b;c")#foreach($p in $s.split("[,;]"))<$p>#end', '<a><b><c>'],
  ['replace takes no regex', '#set($s = "a.c")$s.replace(".", "-")', 'a-c'],
  ['replaceAll takes a regex', '#set($s = "a1b22")$s.replaceAll("[0-9]+", "#")', 'a#b#'],
  ['replaceAll has groups', `#set($s = "ab")$s.replaceAll("(a)(b)", '$2$1')`, 'ba'],
  ["the idiom that takes \\' back", `#set($s = "it\\'s")$s.replaceAll("\\\\'", "'")`, "it's"],
  [
    'toLowerCase toUpperCase trim',
    '#set($s = " aB ")[$s.trim().toLowerCase()$s.trim().toUpperCase()]',
    '[abAB]',
  ],
  [
    'contains startsWith endsWith',
    '#set($s = "abc")$s.contains("b")$s.startsWith("b")$s.endsWith("c")',
    'truefalsetrue',
  ],
  [
    'indexOf',
    '#set($s = "abcb")$s.indexOf("b")$s.indexOf("b", 2)$s.lastIndexOf("b")$s.indexOf("z")',
    '133-1',
  ],
  ['equals isEmpty', '#set($s = "a")$s.equals("a")$s.equals("b")$s.isEmpty()$s.empty', 'truefalsefalsefalse'],
  ['matches takes the whole text', '#set($s = "abc")$s.matches("a.c")$s.matches("b")', 'truefalse'],
  ['numbers parse by an instance', '#set($Integer = 0)#set($n = $Integer.parseInt("41") + 1)$n', '42'],
])('7 string methods: %s', (_, template, expected) => {
  expect(render(template)).toBe(expected);
});

test.each<Row>([
  ['map literals', '#set($m = {"a":"b","c":1})$m $m.a $m["c"] $m.get("a")', '{a=b, c=1} b 1 b'],
  [
    'keySet values entrySet',
    '#set($m = {"a":1})$m.keySet()$m.values()#foreach($e in $m.entrySet())$e.key=$e.value$e.getKey()#end',
    '[a][1]a=1a',
  ],
  ['put prints the previous value', '#set($m = {"a":1})[$m.put("a", 2)$m.put("b", 3)]$m', '[1]{a=2, b=3}'],
  ['put within #set prints nothing', '#set($m = {})#set($x = $m.put("k", "v"))$m.k', 'v'],
  ['putAll', '#set($m = {"a":1})#set($n = {"b":2})$m.putAll($n)$m', '{a=1, b=2}'],
  [
    'containsKey size isEmpty remove',
    '#set($m = {"a":1})$m.containsKey("a")$m.size()$m.isEmpty()$m.remove("a")$m.isEmpty()',
    'true1false1true',
  ],
  ['list literals', '#set($l = [1, "b", [2]])$l $l[1] $l.get(0) $l.size()', '[1, b, [2]] b 1 3'],
  [
    'add remove contains',
    '#set($l = [])#set($x = $l.add("a"))#set($x = $l.add("b"))$l.contains("a")#set($x = $l.remove("a"))$l',
    'true[b]',
  ],
  ['addAll and set', '#set($l = [1])$l.addAll([2, 3])#set($l[0] = 9)$l', 'true[9, 2, 3]'],
  [
    'ranges',
    '#set($r = [1..3])$r#set($r = [2..-1])$r#set($n = 2)#set($r = [$n..3])$r',
    '[1, 2, 3][2, 1, 0, -1][2, 3]',
  ],
  ['an index outside of a list is nothing', '#set($l = [1])[$l[5]$l.get(5)]', '[]'],
])('7 lists and maps: %s', (_, template, expected) => {
  expect(render(template)).toBe(expected);
});

test.each<Row>([
  [
    '$foreach',
    '#foreach($x in [7..9])$foreach.index$foreach.count$foreach.hasNext$foreach.first$foreach.last;#end',
    '01truetruefalse;12truefalsefalse;23falsefalsetrue;',
  ],
  ['$velocityCount counts from 1', '#foreach($x in ["a","b"])$velocityCount#end', '12'],
  ['$velocityHasNext', '#foreach($x in ["a","b"])$x#if($velocityHasNext),#end#end', 'a,b'],
  ['over a map iterates values', '#foreach($x in {"a":1,"b":2})$x#end', '12'],
  [
    '$foreach.parent',
    '#foreach($x in [1,2])#foreach($y in [1])$foreach.parent.index$foreach.topmost.count#end#end',
    '0112',
  ],
  ['the variable is given back', '#set($x = "old")#foreach($x in [1])$x#end$x$foreach.index', '1old'],
  ['#break', '#foreach($x in [1..9])#if($x == 3)#break#end$x#end.', '12.'],
  ['#stop ends the template', 'a#foreach($x in [1..9])$x#if($x == 2)#stop#end#end.', 'a12'],
  ['what is no list has no turns', '[#foreach($x in "text")$x#end#foreach($x in $none)$x#end]', '[]'],
])('7 #foreach: %s', (_, template, expected) => {
  expect(render(template)).toBe(expected);
});

test.each<Row>([
  ['precedence', '#set($x = 1 + 2 * 3 - 4 / 2)$x', '5'],
  ['parentheses', '#set($x = (1 + 2) * 3)$x', '9'],
  ['integer division', '#set($x = 7 / 2)$x#set($x = -7 / 2)$x', '3-3'],
  ['remainder', '#set($x = 7 % 4)$x', '3'],
  ['decimals', '#set($x = 7.0 / 2)$x,#set($x = 1.5 + 1.5)$x', '3.5,3.0'],
  [
    'literals with a fraction are Doubles',
    '#set($x = 1.10)$x,#set($x = 1e3)$x,#set($x = 0.00001)$x,#set($x = 12345678.9)$x',
    '1.1,1000.0,1.0E-5,1.23456789E7',
  ],
  ['division by zero is nothing', '#set($x = 1 / 0)[$x]', '[]'],
  [
    'integers do not overflow',
    '#set($x = 9007199254740991 * 9007199254740991)$x',
    '81129638414606663681390495662081',
  ],
  ['names may contain a dash', '#set($a-b = 1)$a-b', '1'],
  ['strings join by interpolation', '#set($a = "x")#set($b = "y")#set($c = "$a$b")$c', 'xy'],
  ["'..' does not interpolate", "#set($a = 'x')#set($c = '$a')$c", '$a'],
  ['a doubled quote is a quote', `#set($a = "say ""hi""")$a#set($a = 'it''s')$a`, 'say "hi"it\'s'],
  ['directives run in strings', '#set($a = "#if(true)y#{else}n#end")$a', 'y'],
])('7 values: %s', (_, template, expected) => {
  expect(render(template)).toBe(expected);
});

test.each([
  ['1 == 1.0', true],
  ['1 == "1"', true],
  ['true == "true"', true],
  ['"a" == "b"', false],
  ['[1, 2] == [1, 2]', true],
  ['{"a":1} == {"a":1}', true],
  ['2 > 1 && 1 < 2', true],
  ['1 >= 1 && 1 <= 1', true],
  ['1 != 2 || false', true],
  ['!true', false],
  ['1 eq 1 and 1 ne 2', true],
  ['1 gt 2 or 1 lt 2', true],
  ['1 ge 1 and 1 le 0', false],
  ['not false', true],
  ['$missing', false],
  ['$missing == "" && $missing == $null', true],
  ['""', true],
  ['0', true],
  ['1 < $missing', false],
])('7 comparison: %s is %s', (condition, expected) => {
  expect(render(`#if(${condition})true#{else}false#end`)).toBe(String(expected));
});

test.each<Row>([
  ['a line with only a directive leaves no line', 'a\n#if(true)\nb\n#else\nc\n#end\nd', 'a\nb\nd'],
  ['blanks before #set belong to it', '{\n  #set($x = 1)\n  "x": $x\n}', '{\n  "x": 1\n}'],
  ['the white space around the template is dropped', '\n\n  a  \n', 'a'],
  ['#elseif', '#if(false)a#elseif(true)b#{else}c#end', 'b'],
  ['line comments', 'a ## b\nc', 'a c'],
  ['block comments', 'a#* b\n $x #if *#c', 'ac'],
  ['raw text', '#[[$x #if ##]]#', '$x #if ##'],
  ['$ and # that start nothing are text', '$5 $ # #fff ${ $1.0 "#"', '$5 $ # #fff ${ $1.0 "#"'],
  ['a dot that ends a sentence is text', `#set($x = "v")$x. $x.. $${'{x}'}.y $x[text]`, 'v. v.. v.y v[text]'],
  ['a backslash keeps a reference from being run', '#set($x = 1)\\$x \\\\$x \\#if \\n', '$x \\1 #if \\n'],
  ['the idiom for a dollar sign', `#set($D = '$')$${'{D}'}x`, '$x'],
  ['{esc.d} is not available', `[$${'{esc.d}'}]`, '[]'],
  ['#define is evaluated where it is printed', '#define($b)$n#end#set($n = 1)$b#set($n = 2)$b', '12'],
  ['#macro', '#macro(hi $name)Hello $name!#end#hi("a")#hi($none)', 'Hello a!Hello !'],
  ['a macro may be called before its definition', '#m(1)#macro(m $x)<$x>#end', '<1>'],
  ['a macro takes its arguments by name', '#macro(m $x)#set($n = 2)$x#end#set($n = 1)#m($n)', '2'],
  [
    'a macro that sets its parameter keeps its own',
    '#macro(m $x)#set($x = 9)$x#end#set($n = 1)#m($n)$n',
    '91',
  ],
  ["a macro's name alone is text", '#macro(m)x#end#m() #m', 'x #m'],
  ['macros call macros', '#macro(a $x)[#b($x)]#end#macro(b $x)<$x>#end#a("v")', '[<v>]'],
  ['a macro with a body', '#macro(m $x)<$x>$bodyContent</$x>#end#@m("b")text#end', '<b>text</b>'],
  [
    'white space within directives',
    '#if ( true )a#end#set ($x = 1)$x#foreach( $i in [1 .. 2] )$i#end',
    'a112',
  ],
])('7 syntax: %s', (_, template, expected) => {
  expect(render(template)).toBe(expected);
});
