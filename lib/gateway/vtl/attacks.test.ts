import { expect, test } from 'vitest';
import { limits } from './Budget';
import { compileTemplate, TemplateError } from './index';
import { render, renderResult } from './render.fixture';

const body = '{"a":"text","list":[1],"__proto__":{"polluted":1},"constructor":"mine","n":1.5}';

const objects = [
  '$input',
  '$util',
  '$context',
  '$stageVariables',
  '$input.body',
  "$input.path('$')",
  "$input.path('$.list')",
  "$input.path('$.n')",
  '$input.params()',
  '$list',
  '$map',
  '$text',
  '$number',
  '$entry',
  '$foreach',
  '$block',
];
const before =
  '#set($list = [1])#set($map = {"k":1})#set($text = "t")#set($number = 1)#define($block)b#end' +
  '#set($entries = $map.entrySet())#set($entry = $entries.get(0))#foreach($x in [1])';

const reaches = [
  '.class',
  '.class.forName("java.lang.Runtime")',
  '.getClass()',
  '.getClass().forName("java.lang.Runtime").getRuntime()',
  '.constructor.constructor',
  '.constructor("return process")',
  '["constructor"]["prototype"]',
  '.__proto__.x',
  '["__proto__"]["constructor"]',
  '.prototype',
  '.valueOf.call',
  '.hasOwnProperty("a")',
  '.__defineGetter__("a", "b")',
  '.toString.constructor',
  '.slots',
  '.budget',
  '.input',
  '.run.slots',
];

test.each(objects)('nothing of the host is reached through %s', (object) => {
  for (const reach of reaches) {
    const text = render(
      `${before}[${object}${reach}]#end`,
      body.replace(/"(__proto__|constructor)":[^,]*,/g, ''),
    );
    expect(`${object}${reach} prints ${text}`).toBe(`${object}${reach} prints []`);
  }
});

test('members named like what JavaScript inherits are data and nothing else', () => {
  expect(render("$input.path('$.constructor') $input.path('$').__proto__.polluted", body)).toBe('mine 1');
});

test.each([
  '#set($m = {})#set($m.__proto__ = {"polluted":1})#set($m["constructor"] = 1)$m.put("__proto__", {"polluted":1})',
  '#set($context.__proto__.polluted = 1)#set($context.requestOverride.header.__proto__ = "polluted")',
  "#set($x = $input.path('$'))#set($x.__proto__.polluted = 2)$x.putAll($x)",
  '#set($list = [])#set($list.__proto__ = {"polluted":1})#set($list["__proto__"] = 1)#set($list.length = 9)',
  '#set($util.parseJson = 1)#set($input.body = 1)#set($stageVariables.__proto__ = 1)',
  '$util.parseJson("{""__proto__"":{""polluted"":1}}")',
])('Object.prototype stays as it is: %s', (template) => {
  const names = Object.getOwnPropertyNames(Object.prototype);
  render(template, body);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const doubling = (method: string) => `#set($s = "x")#foreach($i in [1..1000])#set($s = ${method})#end`;
const nested = (depth: number, open: string, inner: string, close: string) =>
  open.repeat(depth) + inner + close.repeat(depth);

test.each([
  ['a loop of more than 1,000 turns', '#foreach($i in [1..1001])$i#end', 'more than 1000 iterations'],
  [
    'a loop that feeds itself',
    '#set($l = [1])#foreach($i in $l)#set($x = $l.add($i))#end',
    'more than 1000 iterations',
  ],
  [
    '1,000 by 1,000 by 1,000 turns',
    nested(3, '#foreach($i in [1..1000])', 'x', '#end'),
    /steps|processor time/,
  ],
  ['a range of a billion', '#set($r = [1..1000000000])', /steps|processor time/],
  ['a range of more than a double counts', '#set($r = [1..99999999999999999999999])', /steps|processor time/],
  ['a string that doubles', doubling('"$s$s"'), 'characters'],
  ['a string that doubles by concat', doubling('$s.concat($s)'), 'characters'],
  ['a string that doubles by +', doubling('$s + $s'), 'characters'],
  ['a string that grows by replace', doubling('$s.replace("x", "xxxxxxxx")'), 'characters'],
  ['a string that grows by replaceAll', doubling('$s.replaceAll("x|y", "xxxxxxxx")'), /steps|processor time/],
  [
    'a string that grows between its characters',
    '#set($s = "")#set($s = $s.repeat(10))#set($t = "ab")$t.repeat(10000000)',
    'characters',
  ],
  [
    'a number that squares itself',
    '#set($n = 99)#foreach($i in [1..1000])#set($n = $n * $n)#end',
    '1,000 digits',
  ],
  [
    'output over 10 MB',
    '#set($s = "0123456789abcdef")#foreach($i in [1..16])#set($s = "$s$s")#end#foreach($i in [1..1000])$s#end',
    'output longer',
  ],
  ['a list that holds itself', '#set($l = [])#set($x = $l.add($l))$l', 'nested too deeply'],
  ['a map that holds itself', '#set($m = {})#set($m.m = $m)$m', 'nested too deeply'],
  [
    'a list that holds itself, compared',
    '#set($l = [])#set($x = $l.add($l))#set($k = [])#set($x = $k.add($k))#if($l == $k)y#end',
    'nested too deeply',
  ],
  [
    'a list of two of itself at each level',
    `#set($l = [1])#foreach($i in [1..60])#set($l = [$l, $l])#end$l`,
    /steps|processor time/,
  ],
  ['a macro that calls itself', '#macro(m)#m()#end#m()', 'macros nested'],
  ['macros that call one another', '#macro(a)#b()#end#macro(b)#a()#end#a()', 'macros nested'],
  [
    'a macro that calls itself in its argument',
    '#macro(m $x)$x#m("$x$x")#end#m("a")',
    /steps|processor time/,
  ],
  ['a block that prints itself', '#define($b)$b$b#end$b', 'macros nested'],
  [
    'work in arguments that are evaluated by name',
    '#macro(m $x)#foreach($i in [1..1000])$x#end#end#macro(n $x)#m("#m($x)")#end#n("#n(1)")',
    /steps|processor time/,
  ],
])('%s is stopped', (_, template, reason) => {
  expect(() => render(template)).toThrow(TemplateError);
  expect(() => render(template)).toThrow(reason);
});

test.each([
  ['blocks', nested(101, '#if(true)', 'x', '#end')],
  ['parentheses', `#set($x = ${nested(101, '(', '1', ')')})`],
  ['lists', `#set($x = ${nested(101, '[', '1', ']')})`],
  ['negations', `#if(${'!'.repeat(5000)}true)x#end`],
  ['arguments', nested(5000, '$a.b(', '$c', ')')],
  ['indices', nested(5000, '$a[', '$c', ']')],
  ['operators', `#set($x = 1${' + 1'.repeat(50_000)})`],
  ['strings in strings', `#set($x = ${nested(120, '"$a.b(', "'c'", ')"')})`],
])('%s without end are refused when compiled', (_, template) => {
  expect(() => compileTemplate(template, 't')).toThrow(TemplateError);
});

test('long but flat templates compile and run', () => {
  const many = `${'#if(false)a#elseif(true)'}b${'#elseif(true)c'.repeat(5000)}#end${'$a.b'.repeat(5000)}`;
  expect(render(many)).toBe('b');
  expect(render(`$a${'.b'.repeat(100_000)}`)).toBe('');
});

test('a template may have 300 KB and no more', () => {
  expect(render('x'.repeat(limits.templateBytes))).toHaveLength(limits.templateBytes);
  expect(() => render('x'.repeat(limits.templateBytes + 1))).toThrow('larger than 300 KB');
});

test.each([
  '#include("/etc/passwd")',
  '#parse("/etc/passwd")',
  '#evaluate("$x")',
  '#{evaluate}("$x")',
])('%s is not available', (template) => {
  expect(() => compileTemplate(template, 't')).toThrow('is not available in API Gateway');
});

test.each([
  ['#if($x', 't:1:7: expected ) to close #if, found the end'],
  ['a\nb #if($x) c', 't:2:3: #if is not closed by #end'],
  ['#foreach($x of $y)#end', 't:1:13: expected in after $x, found "of $y)#end"'],
  ['\n\n  #set($x = )', 't:3:13: expected a value, found ")"'],
  ['#set(x = 1)', 't:1:6: expected a reference to set, found "x = 1)"'],
  ['#set($x.y() = 1)', 't:1:6: a method call cannot be set'],
  ['x #end', 't:1:3: #end without a directive that it ends'],
  ['#if(true)#else a #else b #end', 't:1:18: #else without a directive that it ends'],
  ['${x', 't:1:4: expected } after ${x, found the end'],
  ['$x.y("a', 't:1:6: a string that is not closed'],
  ['#* x', 't:1:1: a comment is not closed by *#'],
  ['#[[ x', 't:1:1: raw text #[[ is not closed by ]]#'],
  ['#set($x = {"a" 1})', 't:1:16: expected : between key and value of a map, found "1})"'],
  ['#macro(m $x', 't:1:12: expected a variable or ) in #macro(m'],
  ['#define(x)#end', 't:1:9: expected a variable in #define'],
])('%s is refused at its place', (template, message) => {
  expect(() => compileTemplate(template, 't')).toThrow(message);
});

test.each([
  ['a\n  $x#set($s = "abc")\n$s.substring(9)', 'test:3:1: index 9 is outside of a text of 3 characters'],
  ['#set($s = "a")\n#set($t = $s.replaceAll("(?=a)", ""))', 'test:2:1: regular expression "(?=a)"'],
  ['#set($n = 0)\n $n.parseInt("x")', 'test:2:2: not an integer: "x"'],
  ["\n $input.path('$[')", 'test:2:2: JSONPath "$["'],
])('%s fails at its place', (template, message) => {
  expect(() => render(template, body)).toThrow(message);
});

/** Over 50 KB that nearly match; a backtracking engine would not come back from any of them. */
test.each([
  ['matches', '$s.matches("(a+)+b")', 'false'],
  ['matches, alternatives that begin alike', '$s.matches("(a|aa)+")', 'false'],
  ['matches, many wildcards', '$s.matches(".*.*.*.*.*=.*")', 'false'],
  ['matches behind a look-ahead', '$s.matches("(?!(a*)*b).*c")', 'false'],
  ['replaceAll', '$s.replaceAll("(a+)+b", "").length()', '50001'],
  ['replaceAll, nested stars', '$s.replaceAll("(a*)*b", "").length()', '50001'],
  ['replaceFirst', '$s.replaceFirst("([a-z]+)*@", "").length()', '50001'],
  ['split', '$s.split("(a|a)*b").size()', '1'],
  ['a filter', "$input.json('$[?(@ =~ /(a+)+b/)]').length()", '2'],
])('B9: %s by a pattern that multiplies ends', (_, template, expected) => {
  const text = `${'a'.repeat(50_000)}!`;
  expect(render(`#set($s = $input.path('$[0]'))${template}`, [text])).toBe(expected);
});

test.each([
  ['matches that all reach to the end', '(x.*b|x)', 'x'.repeat(50_000)],
  ['a search that begins anew at each place', 'x*y', 'x'.repeat(50_000).concat('y')],
])('B9: %s end or are stopped', (_, pattern, text) => {
  const template = `$input.path('$[0]').replaceAll("${pattern}", "").length()`;
  try {
    expect(render(template, [text])).toBe('0');
  } catch (error) {
    expect(String(error)).toMatch(/steps|processor time/);
  }
});

test.each([
  '#set($context.requestOverride.header.__proto__ = "x")#set($context.requestOverride.path.constructor = "y")',
  '#set($x = $context.responseOverride.header.put("__proto__", "x"))',
  '$input.params().header.put("__proto__", {"polluted": 1})$input.params("__proto__")',
  "$input.path('$.__proto__').put('polluted', 1)$input.json('$.__proto__')$input.path('$..constructor')",
  "$input.path('$[?(@.__proto__)]')$input.path('$.keys()')$input.path(\"$['__proto__','constructor']\")",
  '$stageVariables.put("__proto__", 1)$context.put("__proto__", {"polluted": 1})$context.get("__proto__").polluted',
  '#set($m = {"__proto__": {"polluted": 1}, "toString": 1, "valueOf": 2})$m $m.clone() $m.toString() $m.entrySet()',
  '#set($__proto__ = {"polluted": 1})#set($constructor = 1)#macro(__proto__ $x)$x#end#__proto__(1)$__proto__.polluted',
  '$util.parseJson("{""constructor"":{""prototype"":{""polluted"":1}}}").constructor.prototype.put("polluted", 2)',
  '#set($s = "x")$s.format("%s", {"__proto__": 1})$s.join(",", [{"toString": 1}])',
])('Object.prototype stays as it is through every door: %s', (template) => {
  const names = Object.getOwnPropertyNames(Object.prototype);
  const { overrides } = renderResult(template, { body });
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  for (const part of [
    overrides.requestOverride.header,
    overrides.requestOverride.path,
    overrides.responseOverride.header,
  ])
    expect(Object.getPrototypeOf(part)).toBe(Object.prototype);
});

test('a context that is nested without end fails the template and nothing else', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = { a: deep };
  expect(() => render('$context.a', '', { context: { a: deep } })).toThrow('test:1:1: nested too deeply');
});

test('one rendering leaves nothing behind for the next', () => {
  const template = compileTemplate('[$x]#set($x = 1)#set($context.responseOverride.header.a = 1)[$x]', 't');
  const input = {
    body: '',
    params: { path: {}, querystring: {}, header: {} },
    context: {},
    stageVariables: {},
  };
  expect(template.render(input).text).toBe('[][1]');
  expect(template.render(input).text).toBe('[][1]');
  expect(input.context).toEqual({});
});

test.each([
  ['100,000 deep', "$input.json('$')", `${'['.repeat(100_000)}${']'.repeat(100_000)}`, '""'],
  ['100,000 objects deep', "[$input.path('$.a')]", `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, '[]'],
  ['10 MB of [', "$input.json('$')", '['.repeat(10_000_000), '""'],
  ['10 MB of one text', "$input.json('$.a').length()", `{"a":"${'x'.repeat(10_000_000)}"}`, '10000002'],
  ['a million keys', "$input.json('$.k7')", `{"k7":1,${'"k":2,'.repeat(1_000_000)}"l":3}`, '1'],
  ['a number beyond a double', "$input.path('$.n')", '{"n":1e400}', '1e400'],
  ['100,000 digits', "$input.path('$.n').toString().length()", `{"n":${'9'.repeat(100_000)}}`, '100000'],
  [
    'duplicate keys: the last counts',
    "$input.path('$.a')$input.json('$.a')",
    '{"a":1,"b":0,"a":[2]}',
    '[2][2]',
  ],
  ['__proto__ is a key', "$input.path('$').__proto__.a", '{"__proto__":{"a":"x"}}', 'x'],
  ['a lone surrogate', "$input.json('$.a')", '{"a":"\\ud800"}', '"\\ud800"'],
  ['100,000 records', "$input.path('$').size()", `[${'{"a":1},'.repeat(100_000)}1]`, '100001'],
])('B10: JSON of %s', (_, template, json, expected) => {
  expect(render(template, json)).toBe(expected);
});

test.each([
  ['three million objects', `[${'{},'.repeat(3_300_000)}1]`],
  ['five million numbers', `[${'1,'.repeat(5_000_000)}1]`],
])('B10: %s are passed on as they are, and refused to whoever wants them one by one', (_, json) => {
  expect(render("$input.json('$').length()", json)).toBe(String(json.length));
  expect(() => render("$input.path('$').size()", json)).toThrow(/steps|processor time/);
});

test('B10: a loop over paths of a large body reads it once', () => {
  const row = `{"name":"${'n'.repeat(60)}"},`;
  const body = `{"rows":[${row.repeat(20_000)}1],"x":1}`;
  expect(render('#foreach($i in [0..499])$input.path("$.rows[$i].name").length(),#end', body)).toBe(
    '60,'.repeat(500),
  );
  expect(render('#foreach($i in [0..99])$input.json("$.rows[$i].name").length(),#end', body)).toBe(
    '62,'.repeat(100),
  );
});

/** Reproducible noise. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('20,000 random templates compile or are refused, and run or fail, and nothing else', () => {
  const pieces = [
    ...[
      '$x',
      '${x',
      '}',
      '$!x',
      '.a',
      '.size()',
      '[0]',
      '["k"]',
      '(',
      ')',
      '{',
      ']',
      '"',
      "'",
      ' ',
      '\n',
      '\\',
      '#',
      '$',
    ],
    ...[
      '#if(',
      '#set($x = ',
      '#foreach($i in ',
      '#else',
      '#elseif(',
      '#end',
      '#define($d)',
      '$d',
      '#macro(m $p)',
      '#m(',
    ],
    ...[
      '#break',
      '#stop',
      '1',
      '..',
      '-5',
      '2.5',
      ',',
      ':',
      '+',
      '%',
      '==',
      '&&',
      'and',
      '!',
      '##',
      '#*',
      '*#',
      '#[[',
    ],
    ...[
      "$input.path('$')",
      "$input.json('$..a')",
      '$context',
      '__proto__',
      '.split("(a*)*b")',
      '$util.parseJson("[1]")',
    ],
  ];
  const next = random(7);
  for (let run = 0; run < 20_000; run++) {
    const size = 1 + Math.floor(next() * 14);
    const template = Array.from({ length: size }, () => pieces[Math.floor(next() * pieces.length)]).join('');
    try {
      render(template, body);
    } catch (error) {
      if (!(error instanceof TemplateError))
        throw new Error(`template ${JSON.stringify(template)}`, { cause: error });
    }
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
