import type { Dialect } from '../dialect';
import type { SourceNode } from '../source/SourceNode';
import type { Reading } from './Reading';

const swaggerNames = {
  schemas: 'definitions',
  securitySchemes: 'securityDefinitions',
  parameters: 'parameters',
  responses: 'responses',
  requestBodies: undefined,
  headers: undefined,
} as const;
type Section = keyof typeof swaggerNames;

/** A section of reusable parts: a member of `components`, or of the document itself in Swagger 2.0. */
export function sectionOf(reading: Reading, dialect: Dialect, section: Section): SourceNode | undefined {
  if (dialect !== 'swagger') return reading.object(reading.root.child('components')).get(section);
  const name = swaggerNames[section];
  return name && reading.root.child(name);
}

/** Marks the sections as looked at, so that each part that nothing uses is reported by itself. */
export function openSections(reading: Reading, dialect: Dialect): void {
  for (const section of ['parameters', 'responses', 'requestBodies', 'headers'] as const)
    reading.object(sectionOf(reading, dialect, section));
}
