import type { Authorizer } from '@/lib/model/authorizer';
import type { ImportWarning } from '@/lib/model/openapiReport';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { Dialect } from './dialect';
import type { AwsVariables } from './read/AwsVariables';
import { documentationParts } from './read/documentationParts';
import type { ImportContext } from './read/ImportContext';
import { ModelBook } from './read/ModelBook';
import { type Place, Reading } from './read/Reading';
import { ResourceTree } from './read/ResourceTree';
import { readApiSettings } from './read/readApiSettings';
import { readAuthorizers } from './read/readAuthorizers';
import { type BasePathMode, readBasePath } from './read/readBasePath';
import { readDialect } from './read/readDialect';
import { readGatewayResponses } from './read/readGatewayResponses';
import { readInfo } from './read/readInfo';
import { readPaths } from './read/readPaths';
import { readValidatorName, readValidators } from './read/readValidators';
import { reportUnread } from './read/reportUnread';
import { openSections, sectionOf } from './read/sectionOf';
import { readSource } from './source/readSource';

export interface ImportResult {
  definition: RestApiDefinition;
  /** every field that was not honoured, in the document's order */
  warnings: ImportWarning[];
  /**
   * where `model Name`, `VPC link id`, `function uri`, `user pool arn`, `Authorizer name` and `policy` stand, for who
   * can judge them
   */
  places: ReadonlyMap<string, Place>;
}

/**
 * Reads a Swagger 2.0, OpenAPI 3.0 or 3.1 document (JSON or YAML, at most 6 MB) with AWS's extensions.
 * @param options basepath: what becomes of `basePath` or the first server's path; default `ignore`, as on AWS.
 *   variables: what `${AWS::Region}` and the like are filled in with
 * @throws OpenApiError with the places of up to 50 mistakes; nothing is read then
 */
export function importOpenApi(
  text: string,
  options: { basepath?: BasePathMode; variables?: AwsVariables } = {},
): ImportResult {
  const reading = new Reading(readSource(text), options.variables);
  const dialect = readDialect(reading);
  const definition = dialect && readDefinition(reading, dialect, options.basepath ?? 'ignore');
  reading.finish();
  if (!definition) throw new Error('A document without a dialect was not refused');
  const { places } = reading;
  return { definition, warnings: reportUnread(reading.root, reading.warnings), places };
}

function readDefinition(reading: Reading, dialect: Dialect, mode: BasePathMode): RestApiDefinition {
  const { root } = reading;
  const models = new ModelBook(reading, dialect);
  models.addReusable(sectionOf(reading, dialect, 'schemas'));
  openSections(reading, dialect);
  const requestValidators = readValidators(reading, root.child('x-amazon-apigateway-request-validators'));
  const validators = new Map(requestValidators.map(({ name, id }) => [name, id]));
  const securitySchemes = reading.object(sectionOf(reading, dialect, 'securitySchemes'));
  const authorizers = readAuthorizers(reading, securitySchemes);
  const context: ImportContext = {
    reading,
    dialect,
    models,
    validators,
    defaultValidatorId: readValidatorName(
      reading,
      root.child('x-amazon-apigateway-request-validator'),
      validators,
    ),
    securitySchemes,
    security: root.child('security'),
    authorizers,
    consumes: root.child('consumes'),
    produces: root.child('produces'),
  };
  const tree = new ResourceTree(reading);
  readPaths(context, root.child('paths'), readBasePath(reading, dialect, mode), tree);
  const responses = readGatewayResponses(reading);
  const parts = documentationParts(reading);
  return {
    ...readInfo(reading),
    resources: tree.all,
    models: models.all,
    requestValidators,
    ...(responses.length > 0 && { gatewayResponses: responses }),
    ...readApiSettings(reading),
    ...(parts.length > 0 && { documentationParts: parts }),
    ...(authorizers.size > 0 && { authorizers: sortedByName([...authorizers.values()]) }),
  };
}

const sortedByName = (authorizers: Authorizer[]) => authorizers.sort((a, b) => (a.name < b.name ? -1 : 1));
