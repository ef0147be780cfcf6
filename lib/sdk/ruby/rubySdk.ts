import { pathExpression } from '../pathExpression';
import type { SdkApi, SdkClass, SdkFiles, SdkOperation, SdkParameter, SdkType } from '../SdkApi';
import { distinctNames, inComment, pascalCase, snakeCase } from '../words';
import { rubyCore } from './rubyCore';

export interface RubyNames {
  /** of the module, as far as it is no name yet */
  serviceName: string;
  gemName: string;
  gemVersion: string;
}

export type Named<Member> = Member & { own: string };

const WORDS = new Set(
  '__ENCODING__ __FILE__ __LINE__ alias and begin body break case class clone def defined do dup else end ensure extend encode encode_path false for format freeze hash headers if in initialize inspect method methods module next nil not object_id or perform plain puts raise read redo rescue retry return self send send_request sign super then to_s true undef unless until when while yield answer from_json to_json_members data members json'.split(
    ' ',
  ),
);

/** A gem of Ruby's standard library alone. */
export function rubySdk(api: SdkApi, { serviceName, gemName, gemVersion }: RubyNames): SdkFiles {
  const module = pascalCase(serviceName);
  return {
    [`ruby-sdk/${gemName}.gemspec`]: gemspec(gemName, gemVersion),
    [`ruby-sdk/lib/${gemName}.rb`]: [
      `# Client of ${inComment(api.name)}.`,
      `module ${module}; end`,
      `require_relative '${gemName}/core'`,
      `require_relative '${gemName}/models'`,
      `require_relative '${gemName}/client'`,
      '',
    ].join('\n'),
    [`ruby-sdk/lib/${gemName}/core.rb`]: inModule(module, rubyCore),
    [`ruby-sdk/lib/${gemName}/models.rb`]: inModule(module, api.classes.map(modelOf).join('\n')),
    [`ruby-sdk/lib/${gemName}/client.rb`]: inModule(module, clientOf(api)),
  };
}

const inModule = (module: string, text: string) => `module ${module}\n${text}end\n`;

/** Single quotes: nothing in them is code. */
const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** Members with the names that Ruby has for them. */
export function named<Member extends { name: string }>(members: readonly Member[]): Named<Member>[] {
  const names = distinctNames(
    members.map(({ name }) => name),
    snakeCase,
    WORDS,
  );
  return members.map((member, index) => ({ ...member, own: names[index] ?? '' }));
}

function modelOf({ name, members }: SdkClass): string {
  const all = named(members);
  return [
    `class ${name}`,
    ...all.map(({ own }) => `  attr_accessor :${own}`),
    '',
    `  def initialize(${all.map(({ own }) => `${own}: nil`).join(', ')})`,
    ...all.map(({ own }) => `    @${own} = ${own}`),
    '  end',
    '',
    '  def self.from_json(json)',
    '    new(',
    ...all.map((member) => `      ${member.own}: ${readOf(member.type, `json[${quoted(member.name)}]`)},`),
    '    )',
    '  end',
    '',
    '  def to_json_members',
    '    {',
    ...all.map((member) => `      ${quoted(member.name)} => @${member.own},`),
    '    }.compact',
    '  end',
    'end',
    '',
  ].join('\n');
}

/** An expression that makes `value`, as JSON has it, what `type` says. */
function readOf(type: SdkType, value: string, depth = 0): string {
  const one = `one${depth}`;
  if (type.kind === 'class') return `(${value}.is_a?(Hash) ? ${type.name}.from_json(${value}) : ${value})`;
  if (type.kind === 'list')
    return `(${value}.is_a?(Array) ? ${value}.map { |${one}| ${readOf(type.of, one, depth + 1)} } : ${value})`;
  if (type.kind === 'map')
    return `(${value}.is_a?(Hash) ? ${value}.transform_values { |${one}| ${readOf(type.of, one, depth + 1)} } : ${value})`;
  return value;
}

function clientOf({ baseUrl, region, operations }: SdkApi): string {
  return [
    'class Client < ApiGatewayCore',
    `  def initialize(base_url: ${quoted(baseUrl)}, region: ${quoted(region)}, **options)`,
    '    super',
    '  end',
    ...named(operations).map(methodOf),
    'end',
    '',
  ].join('\n');
}

function methodOf({ own: name, httpMethod, path, parameters, body, answer }: Named<SdkOperation>): string {
  const all = named(parameters);
  const taken = [
    ...all.map(({ own, required }) => `${own}:${required ? '' : ' nil'}`),
    ...(body ? ['body: nil'] : []),
    'headers: {}',
  ];
  const ownOf = (variable: string) =>
    all.find((each) => each.location === 'path' && each.name === variable)?.own ?? '';
  const url = pathExpression(
    path,
    (variable, isRest) => `encode${isRest ? '_path' : ''}(${ownOf(variable)})`,
    quoted,
  );
  const hashOf = (location: SdkParameter['location']) => {
    const chosen = all.filter((each) => each.location === location);
    return `{ ${chosen.map((each) => `${quoted(each.name)} => ${each.own}`).join(', ')} }`;
  };
  return [
    '',
    `  # ${httpMethod} ${inComment(path)}`,
    `  def ${name}(${taken.join(', ')})`,
    `    answer = perform(${quoted(httpMethod)}, ${url}, ${hashOf('query')}, ${hashOf('header')}, ${body ? 'body' : 'nil'}, headers)`,
    ...(answer ? [`    answer.data = ${readOf(answer, 'answer.data')}`] : []),
    '    answer',
    '  end',
  ].join('\n');
}

const gemspec = (name: string, version: string) => `Gem::Specification.new do |gem|
  gem.name = '${name}'
  gem.version = '${version}'
  gem.summary = 'A client of an API'
  gem.authors = ['Generated']
  gem.files = Dir['lib/**/*.rb']
  gem.required_ruby_version = '>= 2.7'
end
`;
