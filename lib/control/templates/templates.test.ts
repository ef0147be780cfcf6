import { expect, test } from 'vitest';
import type { Actor } from '@/lib/model/role';
import type { TemplateTrial } from '../control';
import { refusal, testControl } from '../testControl';
import { testActor } from '../testing';

const kit = testControl();
const viewer = testActor('viewer');

const trial = (template: string, more: Partial<TemplateTrial> = {}): TemplateTrial => ({
  template,
  kind: 'request',
  body: '{"pets": [{"name": "Rex"}, {"name": "Mia"}]}',
  parameters: { path: { id: '7' }, querystring: {}, header: { Accept: 'x' } },
  stageVariables: { table: 'pets' },
  context: {},
  ...more,
});

const render = (template: string, more?: Partial<TemplateTrial>) =>
  kit.control.templates.render(viewer, trial(template, more));

test('a template sees the body, the parameters, the stage variables and a context', async () => {
  const outcome = await render(
    "$input.path('$.pets[1].name') $input.params('id') $stageVariables.table $context.stage $context.httpMethod",
  );
  expect(outcome).toMatchObject({ output: 'Mia 7 pets dev POST', values: [] });
  expect(outcome.error).toBeUndefined();
  expect(outcome.duration).toBeGreaterThan(0);
});

test('the context given stands over the invented one, identity member by member', async () => {
  const context = { stage: 'prod', authorizer: { principalId: 'p' }, identity: { userAgent: 'curl' } };
  const { output } = await render(
    '$context.stage $context.authorizer.principalId $context.identity.userAgent $context.identity.sourceIp $context.apiId',
    { context },
  );
  expect(output).toBe('prod p curl 127.0.0.1 a1b2c3d4e5');
});

test('values are told line by line, turn by turn', async () => {
  const { values, output } = await render(
    "#set($all = $input.path('$.pets'))\n#foreach($pet in $all)\n  #set($m.last = $pet.name)\n  #set($n = $foreach.count)$n\n#end",
  );
  expect(output.trim()).toBe('1\n2');
  expect(values.map(({ line, column, name, value }) => `${line}:${column} ${name} = ${value}`)).toEqual([
    '1:1 $all = [{"name": "Rex"}, {"name": "Mia"}]',
    '2:1 $pet = {"name": "Rex"}',
    '3:3 $m.last = "Rex"',
    '4:3 $n = 1',
    '2:1 $pet = {"name": "Mia"}',
    '3:3 $m.last = "Mia"',
    '4:3 $n = 2',
  ]);
});

test('no more than 1,000 values, each of them cut', async () => {
  const { values } = await render('#foreach($i in [1..600])#set($x = [1..30])#end');
  expect(values).toHaveLength(1_000);
  expect(values.at(-1)?.value).toMatch(/^\[1, 2, .*, 20, … 10 more\]$/);
  const long = await render("#set($s = 'x')#set($s = $s.repeat(9000))#set($none = $nothing)");
  expect(long.values.map(({ value }) => value.length)).toEqual([3, 503, 4]);
});

test.each([
  [
    'does not compile',
    'a\n  #if($x',
    { message: 'expected ) to close #if, found the end', line: 2, column: 9 },
  ],
  [
    'fails while it runs',
    '#set($s = "ab")\n\n $s.substring(9)',
    { message: 'index 9 is outside of a text of 2 characters', line: 3, column: 2 },
  ],
  [
    'never ends',
    '#foreach($a in [1..1000])#foreach($b in [1..1000])\n#set($x = $a * $b)#end#end',
    {
      message: expect.stringMatching(/steps|processor time/),
      line: expect.any(Number),
      column: expect.any(Number),
    },
  ],
])('one that %s says why and where', async (_, template, error) => {
  expect(await render(template)).toMatchObject({ output: '', error });
});

test('overrides are told', async () => {
  const { overrides } = await render(
    '#set($context.responseOverride.status = 404)#set($context.requestOverride.header.a = "b")',
  );
  expect(overrides).toEqual({
    requestOverride: { header: { a: 'b' }, path: {}, querystring: {} },
    responseOverride: { header: {}, status: 404 },
  });
});

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

test.each([
  ['a template over 300 KB', { template: 'x'.repeat(307_201) }, 'template'],
  ['a body over 1 MB', { body: 'x'.repeat(1_048_577) }, 'body'],
  ['a context over 64 KB', { context: { a: 'x'.repeat(65_536) } }, 'context'],
  ['a context nested too deep', { context: { a: deep(100) } as Record<string, unknown> }, 'context'],
  [
    'a long header',
    { parameters: { path: {}, querystring: {}, header: { a: 'x'.repeat(10_241) } } },
    'parameters.header.a',
  ],
  [
    'too many stage variables',
    { stageVariables: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`v${at}`, ''])) },
    'stageVariables',
  ],
])('%s is refused', async (_, more, field) => {
  expect(await refusal(kit, () => render('x', more))).toMatchObject({
    code: 'BadRequestException',
    fields: [field],
  });
});

test('a developer and a visitor may not', async () => {
  const asked = (actor: Actor) => refusal(kit, () => kit.control.templates.render(actor, trial('x')));
  expect(await asked(testActor('developer'))).toMatchObject({ code: 'AccessDeniedException' });
  expect(await asked({ kind: 'visitor' })).toMatchObject({ code: 'UnauthorizedException' });
});
