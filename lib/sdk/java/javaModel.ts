import type { SdkClass } from '../SdkApi';
import { camelCase, distinctNames } from '../words';
import { JAVA_WORDS, javaRead, javaType } from './javaType';

/** A model as a class whose members may be null. */
export function javaModel(packageName: string, { name, members }: SdkClass): string {
  const names = distinctNames(
    members.map((member) => member.name),
    camelCase,
    JAVA_WORDS,
  );
  const named = members.map((member, index) => ({ ...member, own: names[index] ?? '' }));
  return [
    `package ${packageName};`,
    '',
    'import java.util.LinkedHashMap;',
    'import java.util.List;',
    'import java.util.Map;',
    '',
    `public final class ${name} implements Json.Model {`,
    ...named.map(({ own, type }) => `    public ${javaType(type)} ${own};`),
    ...named.map(({ own, type }) => setter(name, own, javaType(type))),
    '',
    `    static ${name} fromJson(Map<?, ?> json) {`,
    `        ${name} model = new ${name}();`,
    ...named.map(
      (m) => `        model.${m.own} = ${javaRead(m.type, `json.get(${JSON.stringify(m.name)})`)};`,
    ),
    '        return model;',
    '    }',
    '',
    '    @Override',
    '    public Map<String, Object> toJson() {',
    '        Map<String, Object> json = new LinkedHashMap<>();',
    ...named.map(
      (m) => `        if (this.${m.own} != null) json.put(${JSON.stringify(m.name)}, this.${m.own});`,
    ),
    '        return json;',
    '    }',
    '}',
    '',
  ].join('\n');
}

const setter = (className: string, own: string, type: string) => `
    public ${className} ${own}(${type} value) {
        this.${own} = value;
        return this;
    }`;
