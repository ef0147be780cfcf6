import type { SdkClass } from '../SdkApi';
import { distinctNames } from '../words';
import { PYTHON_WORDS, pythonName, pythonRead, pythonType } from './pythonType';

/** The models as dataclasses, whose members may be absent. */
export function pythonModels(classes: readonly SdkClass[]): string {
  return [
    '"""The models of the API."""',
    'from __future__ import annotations',
    '',
    'from dataclasses import dataclass',
    'from typing import Any, Dict, List, Optional',
    '',
    'from .core import given, plain',
    '',
    `__all__ = [${classes.map(({ name }) => `"${name}"`).join(', ')}]`,
    ...classes.map(classOf),
    '',
  ].join('\n');
}

function classOf({ name, members }: SdkClass): string {
  const names = distinctNames(
    members.map((member) => member.name),
    pythonName,
    PYTHON_WORDS,
  );
  const named = members.map((member, index) => ({ ...member, own: names[index] ?? '' }));
  return [
    '',
    '',
    '@dataclass',
    `class ${name}:`,
    ...named.map(({ own, type }) => `    ${own}: Optional[${pythonType(type)}] = None`),
    '',
    '    @classmethod',
    `    def from_json(cls, data: Dict[str, Any]) -> ${name}:`,
    '        return cls(',
    ...named.map((m) => `            ${m.own}=${pythonRead(m.type, `data.get(${JSON.stringify(m.name)})`)},`),
    '        )',
    '',
    '    def to_json(self) -> Dict[str, Any]:',
    '        return given({',
    ...named.map(({ own, name: member }) => `            ${JSON.stringify(member)}: plain(self.${own}),`),
    '        })',
  ].join('\n');
}
