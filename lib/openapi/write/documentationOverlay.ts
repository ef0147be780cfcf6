import { type DocumentationIndex, documentationIndex } from '@/lib/model/documentationIndex';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { extensionsOf, infoProse, resourceProse, tagProse } from './documentationMembers';
import { describeNode, isPart, mapMembers, pickDescription, type Resolve } from './documentationNode';
import { describeOperation } from './documentationOperation';
import type { Part } from './ExportContext';
import { standardPath } from './writePaths';

/**
 * A document for readers with the definition's documentation parts laid over it.
 *
 * Prose lives in two places, and a reader sees one truth: methods carry what was imported with them or typed on
 * their page, parts are AWS's own documentation. documentationIndex says which wins. The parts that count are those
 * of the stage's documentation version, not those that are being written; without a version a stage shows what its
 * methods say. A document that is exported for import keeps both apart instead: there the parts stand in
 * x-amazon-apigateway-documentation and nothing is laid over, so that nothing is doubled when it comes back.
 */
export function documentationOverlay(document: Part, definition: RestApiDefinition): Part {
  const { documentationParts = [], resources } = definition;
  if (documentationParts.length === 0) return document;
  const resolve = resolver(documentationIndex(documentationParts));
  const isSwagger = 'swagger' in document;
  const methods = new Map(
    resources.map(({ path, resourceMethods }) => [standardPath(path), { path, resourceMethods }]),
  );
  const paths = mapMembers(document.paths, (item, written) => {
    const { path, resourceMethods } = methods.get(standardPath(written)) ?? {
      path: written,
      resourceMethods: {},
    };
    const operations = mapMembers(item, (operation, verb) => {
      const method = verb.toUpperCase();
      return describeOperation(resolve, operation, {
        path,
        method: Object.hasOwn(resourceMethods, method) ? method : 'ANY',
      });
    });
    const properties = resolve({ type: 'RESOURCE', path });
    // Swagger 2.0 has no prose of paths.
    return { ...(isSwagger ? {} : resourceProse(properties)), ...operations, ...extensionsOf(properties) };
  });
  return {
    ...document,
    ...describeApi(resolve, document),
    paths,
    ...describeComponents(resolve, document, isSwagger),
  };
}

function resolver(index: DocumentationIndex): Resolve {
  return (location, said = {}) => index.resolve(location, said).properties;
}

function describeApi(resolve: Resolve, document: Part): Part {
  const info = isPart(document.info) ? document.info : {};
  const properties = resolve({ type: 'API' }, pickDescription(info));
  const tags = tagProse(properties);
  return {
    info: { ...info, ...infoProse(properties) },
    ...(tags.length > 0 && { tags }),
    ...extensionsOf(properties),
  };
}

/** Models and, by the names that the document gives them, authorizers. */
function describeComponents(resolve: Resolve, document: Part, isSwagger: boolean): Part {
  const holder = isSwagger ? document : isPart(document.components) ? document.components : {};
  const [schemas, schemes] = isSwagger
    ? ['definitions', 'securityDefinitions']
    : ['schemas', 'securitySchemes'];
  const described = {
    ...describeAll(resolve, holder, schemas, 'MODEL'),
    ...describeAll(resolve, holder, schemes, 'AUTHORIZER'),
  };
  if (isSwagger) return described;
  return Object.keys(described).length > 0 ? { components: { ...holder, ...described } } : {};
}

function describeAll(resolve: Resolve, holder: Part, section = '', type: 'MODEL' | 'AUTHORIZER'): Part {
  const members = holder[section];
  return isPart(members)
    ? { [section]: mapMembers(members, (member, name) => describeNode(resolve, member, { type, name })) }
    : {};
}
