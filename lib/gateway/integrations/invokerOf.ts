import { compileUri } from '../mapping/compileUri';
import type { Exchange } from '../mapping/Exchange';
import type { FunctionCall } from '../ports';
import { integrationSourceArn } from './sourceArn';

/** ARN of a role, with the stage's variables filled in; undefined: the place names none. */
export type RoleArn = (stageVariables: Readonly<Record<string, string>>) => string | undefined;

const NO_PATH = new Map<string, string>();

/** @param credentials as an integration or authorizer names them; '' is none */
export function compileRole(credentials: string | undefined): RoleArn {
  if (!credentials) return () => undefined;
  const build = compileUri(credentials);
  return (stageVariables) => build(stageVariables, NO_PATH);
}

/** As what, and by whose right, an integration invokes its function. */
export function invokerOf(
  { facts, authorized }: Exchange,
  role: RoleArn,
): Pick<FunctionCall, 'sourceArn' | 'role' | 'signer'> {
  return {
    sourceArn: integrationSourceArn(facts),
    role: role(facts.stageVariables),
    signer: authorized?.user,
  };
}
