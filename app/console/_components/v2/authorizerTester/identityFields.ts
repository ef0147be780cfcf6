/** An identity source that a call brings and the tester asks for. */
export interface IdentityField {
  /** as the authorizer has it: `$request.header.X`, of WebSocket APIs `route.request.header.X` */
  expression: string;
  location: 'header' | 'querystring' | 'stageVariables';
  name: string;
}

const SOURCE = /^(?:(?:\$|route\.)request\.(header|querystring)|\$?(stageVariables))\.(.+)$/;

/** Those of the context are none: the call itself gives them. */
export const identityFields = (sources: readonly string[] = []): IdentityField[] =>
  sources.flatMap((expression) => {
    const [, part, variables, name] = SOURCE.exec(expression) ?? [];
    const location = part ?? variables;
    if (name === undefined) return [];
    if (location !== 'header' && location !== 'querystring' && location !== 'stageVariables') return [];
    return [{ expression, location, name }];
  });

export const locationWords = {
  header: 'Header',
  querystring: 'Query string',
  stageVariables: 'Stage variable',
};
