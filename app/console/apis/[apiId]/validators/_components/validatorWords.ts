interface Checks {
  validateRequestParameters: boolean;
  validateRequestBody?: boolean | undefined;
}

/** What a validator looks at. */
export function validatorWords({ validateRequestParameters, validateRequestBody }: Checks): string {
  if (validateRequestParameters && validateRequestBody) return 'Parameters and body';
  if (validateRequestParameters) return 'Parameters';
  return validateRequestBody ? 'Body' : 'Nothing';
}
