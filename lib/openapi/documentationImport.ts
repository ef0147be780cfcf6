import {
  type DocumentationPart,
  documentationLocationInput,
  locationKey,
  parseProperties,
} from '@/lib/model/documentation';
import { documentedEntities } from '@/lib/model/documentedEntities';
import type { ImportWarning } from '@/lib/model/openapiReport';
import { importOpenApi } from './importOpenApi';
import { documentationParts } from './read/documentationParts';
import { Reading } from './read/Reading';
import { readDialect } from './read/readDialect';
import { reportUnread } from './read/reportUnread';
import { readSource } from './source/readSource';

const extension = '/x-amazon-apigateway-documentation';

/**
 * The documentation parts of a document: those of x-amazon-apigateway-documentation, and what its descriptions,
 * summaries and tags say, as AWS's importer makes parts of them. Where both speak of one thing, the extension's
 * members are laid over. A document of nothing but the extension is one, too.
 * @returns parts, and a warning for all documentation that was not taken
 * @throws OpenApiError with the places of what is wrong; nothing is read then
 */
export function importDocumentation(text: string): { parts: DocumentationPart[]; warnings: ImportWarning[] } {
  const reading = new Reading(readSource(text));
  readDialect(reading);
  const parts = documentationParts(reading);
  reading.finish();
  if (!reading.root.child('paths'))
    return { parts, warnings: ofDocumentation(reportUnread(reading.root, [])) };
  const { definition, warnings } = importOpenApi(text);
  const ofPaths = pathProse(reading);
  return {
    parts: merged([...proseOf(definition), ...ofPaths], parts),
    warnings: ofDocumentation(warnings).filter(({ pointer }) => !pathMember.test(pointer)),
  };
}

function proseOf(definition: Parameters<typeof documentedEntities>[0]): DocumentationPart[] {
  return documentedEntities(definition)
    .filter(({ said }) => Object.keys(said).length > 0)
    .map(({ location, said }) => ({ location, properties: JSON.stringify(said) }));
}

const pathMember = /^\/paths\/[^/]+\/(summary|description)$/;

/** What paths say of themselves: no method has it, so an import of the API itself does not keep it. */
function pathProse(reading: Reading): DocumentationPart[] {
  return [...reading.object(reading.root.child('paths'))].flatMap(([written, item]) => {
    const path = written === '/' ? '/' : written.replace(/\/$/, '');
    const location = documentationLocationInput.safeParse({ type: 'RESOURCE', path });
    const members = ['summary', 'description'].flatMap((key) => {
      const text = item.child(key)?.content;
      return typeof text === 'string' && text !== '' ? [[key, text]] : [];
    });
    if (!location.success || members.length === 0) return [];
    return [{ location: location.data, properties: JSON.stringify(Object.fromEntries(members)) }];
  });
}

function merged(prose: DocumentationPart[], parts: DocumentationPart[]): DocumentationPart[] {
  const byLocation = new Map(prose.map((part) => [locationKey(part.location), part]));
  for (const { location, properties } of parts) {
    const said = parseProperties(byLocation.get(locationKey(location))?.properties ?? '{}');
    const members = { ...said, ...parseProperties(properties) };
    byLocation.set(locationKey(location), { location, properties: JSON.stringify(members) });
  }
  return [...byLocation.values()];
}

/**
 * How the API works is not what is imported here, and no loss; nor is the name that the parts had as a version, of
 * which AWS tells nothing either (recorded).
 */
const ofDocumentation = (warnings: ImportWarning[]) =>
  warnings
    .filter(({ pointer }) => pointer !== `${extension}/version`)
    .filter(
      ({ pointer }) => pointer.startsWith(extension) || /\/(description|summary|tags)(\/\d+)?$/.test(pointer),
    );
