/**
 * How a stored model names another model of its API. AWS writes the API's id into the address
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html); a definition is
 * the same whichever API holds it (clone, import), so the id is left as this placeholder.
 */
export const modelReference = (name: string, rest = '') =>
  `https://apigateway.amazonaws.com/restapis/{apiId}/models/${name}${rest && `#${rest}`}`;

const address =
  /^https:\/\/apigateway\.amazonaws\.com\/restapis\/([^/]+)\/models\/([A-Za-z0-9]+)(?:#(\/.*))?$/;

/** Takes such an address apart; undefined for any other text. `rest` is a JSON pointer inside the model. */
export function parseModelReference(text: string): { apiId: string; name: string; rest: string } | undefined {
  const [, apiId, name, rest = ''] = address.exec(text) ?? [];
  return apiId && name ? { apiId, name, rest } : undefined;
}
