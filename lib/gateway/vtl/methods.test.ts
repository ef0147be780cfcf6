import { expect, test } from 'vitest';
import { render } from './render.fixture';

type Row = [template: string, expected: string];

/** Expected texts are what java.lang.String.format gives. */
test.each<Row>([
  ['$s.format("%s has %d", "a", 3)', 'a has 3'],
  ['$s.format("%5s|%-5s|%.2s", "ab", "ab", "abc")', '   ab|ab   |ab'],
  ['$s.format("%05d|%+d|% d|%,d|%(d", 42, 42, 42, 1234567, -5)', '00042|+42| 42|1,234,567|(5)'],
  ["$s.format('%2$s %1$s', 'b', 'a')", 'a b'],
  ['$s.format("%x %X %#x %o", 255, 255, 255, 8)', 'ff FF 0xff 10'],
  ['$s.format("%x", -1)', 'ffffffff'],
  [
    '$s.format("%.2f|%8.3f|%-8.1f|%08.2f", 1.005, 3.14159, 2.25, -3.14159)',
    '1.01|   3.142|2.3     |-0003.14',
  ],
  ['$s.format("%f %.0f %,.2f", 0.1, 2.5, 1234567.891)', '0.100000 3 1,234,567.89'],
  ['$s.format("%.3e %E", 12345.678, 0.00012)', '1.235e+04 1.200000E-04'],
  ['$s.format("%.1e", 9.99)', '1.0e+01'],
  ['$s.format("%b %B %c%n%%", true, $none, "x")', 'true FALSE x\n%'],
  ['$s.format("%s %S", $none, "up")', 'null UP'],
  ['$s.format("%s-%s", ["a", "b"])', 'a-b'],
  ['$f.formatted(7)', '007'],
  ['$s.join("-", "a", "b")$s.join(",", ["c", 1])', 'a-bc,1'],
])('String.format: %s', (template, expected) => {
  expect(render(`#set($s = "")#set($f = "%03d")${template}`)).toBe(expected);
});

test.each([
  ['$s.format("%d", "a")', '%d does not take a text'],
  ['$s.format("%s %s", "a")', "the format's %s has no argument"],
  ['$s.format("100%")', 'a single %'],
  ['$s.format("%y", 1)', '%y is no conversion'],
  ['$s.format("%f", 1)', '%f does not take this value'],
])('String.format refuses what Java does: %s', (template, reason) => {
  expect(() => render(`#set($s = "")${template}`)).toThrow(reason);
});

test.each<Row>([
  ['#set($s = "abcdef")$s.subSequence(1, 3)$s.toCharArray()[0]$s.codePointAt(1)', 'bca98'],
  ['#set($s = "abc")$s.compareTo("abe") $s.compareTo("ab") $s.compareToIgnoreCase("ABC")', '-2 1 0'],
  ['#set($s = "abc")$s.indexOf(99)$s.contentEquals("abc")$s.intern()', '2trueabc'],
  ['#set($s = " a ")[$s.stripLeading()][$s.stripTrailing()][$s.strip()]', '[a ][ a][a]'],
  ['#set($s = "a b  c")#foreach($w in $s.split(" +"))$w;#end', 'a;b;c;'],
  ['#set($s = "a,b,,")$s.split(",").size()$s.split(",", -1).size()', '24'],
  ['#set($s = "x.y")$s.split("\\.")[1]$s.replaceAll("\\.", "/")$s.replaceFirst("[xy]", "")', 'yx/y.y'],
  ['#set($s = "aBc")$s.equalsIgnoreCase("AbC")$s.matches("(?i)abc")$s.matches("ab")', 'truetruefalse'],
  ['#set($s = "a-b")$s.replaceAll("(\\w)-(\\w)", "$2-$1")', 'b-a'],
  ['#set($s = "text")$s.concat("!").length()$s.hashCode()', '53556653'],
  ['#set($s = "7")$s.length()$s.isBlank()$s.repeat(3)$s.endsWith("7")', '1false777true'],
])('String: %s', (template, expected) => {
  expect(render(template)).toBe(expected);
});

test("String.trim() leaves white space that is not ASCII's", () => {
  expect(render("[$input.path('$.s').trim()]", { s: '\t a\u00a0\n' })).toBe('[a\u00a0]');
});

test.each<Row>([
  ['$n.intValue()$n.longValue()$n.doubleValue()', '777.0'],
  ['$big.intValue() $big.longValue()', '-727379968 1000000000000'],
  ['$d.intValue()$d.doubleValue()$d.toString()', '33.73.7'],
  ['$huge.intValue() $huge.longValue()', '2147483647 9223372036854775807'],
  ['$n.parseInt("ff", 16)$n.parseInt("101", 2)$n.parseInt("-4")', '2555-4'],
  ['$n.toHexString(255)$n.toBinaryString(5)$n.toOctalString(8)$n.toHexString(-1)', 'ff10110ffffffff'],
  ['$n.max(2, 9)$n.min(2, 9)$n.sum(2, 9)$n.compare(2, 9)$n.signum(-3)', '9211-1-1'],
  ['$n.compareTo(8)$n.equals(7)$n.hashCode()$n.byteValue()', '-1true77'],
  ['$d.isNaN()$d.parseDouble("1e3")$n.valueOf("12")', 'false1000.012'],
])('numbers: %s', (template, expected) => {
  const set = '#set($n = 7)#set($big = 1000000000000)#set($d = 3.7)#set($huge = 1e30)';
  expect(render(set + template)).toBe(expected);
});

test.each<Row>([
  ['$x.l.getFirst()$x.l.getLast()$x.l.reversed()', 'ac[c, b, a]'],
  ['$x.l.removeFirst()$x.l.removeLast()$x.l', 'ac["b"]'],
  ['$x.l.addFirst(0)$x.l.addLast(1)$x.l', '[0,"a","b","c",1]'],
  ['$x.l.removeAll(["a", "z"])$x.l$x.l.retainAll(["b"])$x.l', 'true["b","c"]true["b"]'],
  ['$x.l.subList(1, 3)$x.l.containsAll(["a"])$x.l.lastIndexOf("c")$x.l.toArray()[1]', '["b","c"]true2b'],
  ['#set($i = $x.l.iterator())$i.next()$i.hasNext()#foreach($e in $i)$e#end$i.hasNext()', 'atruebcfalse'],
  ['#foreach($e in $x.m.entrySet())$e.key=$e.value;#end', 'k=1;n={a=2};'],
  ['$x.m.entrySet()', '[k=1, n={a=2}]'],
  ['#foreach($e in $x.m.entrySet())$e.setValue(5)#end$x.m', '1{a=2}{k=5, n=5}'],
  ['$x.m.replace("k", 2)$x.m.replace("z", 2)$x.m.getOrDefault("z", "d")$x.m', '1d{k=2, n={a=2}}'],
  ['#set($c = $x.m.clone())$c.remove("n")$c$x.m.size()', '{a=2}{k=1}2'],
  ['$x.m.putIfAbsent("k", 9)$x.m.containsValue(1)$x.m.values().size()', '1true2'],
  ['#foreach($k in $x.m.keySet().iterator())$k#end', 'kn'],
])('lists and maps: %s', (template, expected) => {
  expect(
    render(`#set($x = $input.path('$'))${template}`, { l: ['a', 'b', 'c'], m: { k: 1, n: { a: 2 } } }),
  ).toBe(expected);
});

test.each<Row>([
  [
    '#foreach($a in [1..3])#foreach($b in [1..3])#if($b == 2)#break($foreach.parent)#end$a$b;#end#end.',
    '11;.',
  ],
  ['#foreach($a in [1..2])#foreach($b in [1..3])#if($b == 2)#break($foreach)#end$a$b;#end#end.', '11;21;.'],
  [
    '#foreach($a in [1..2])#foreach($b in [1,2])#foreach($c in [1,2])#break($foreach.topmost)#end#end.#end!',
    '!',
  ],
  ['#macro(m)#foreach($b in [1..3])$b#break#end,#end#foreach($a in [1..2])#m()#end', '1,1,'],
  ['#macro(m $l)#break($l)#end#foreach($a in [1..2])$a#m($foreach)x#end.', '1.'],
  ['#foreach($a in [1..2])$a#break (not a scope)#end', '1'],
  ['a#break b', 'a'],
])('#break: %s', (template, expected) => {
  expect(render(template)).toBe(expected);
});
