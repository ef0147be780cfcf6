import { compilePolicy, type Policy } from './compilePolicy';
import { MalformedPolicy } from './PolicyRequest';

/** Makes a role's trust policy ready to be asked about `*`: it speaks of its own role alone. @throws MalformedPolicy */
export function compileTrustPolicy(document: string): Policy {
  const source = readObject(document);
  const statements = [source.Statement].flat().map((statement, index) => {
    if (typeof statement !== 'object' || statement === null)
      throw new MalformedPolicy(`Statement[${index}]`, 'must be an object');
    if ('Resource' in statement || 'NotResource' in statement)
      throw new MalformedPolicy(`Statement[${index}]`, 'Has prohibited field Resource');
    return { ...statement, Resource: '*' };
  });
  return compilePolicy(JSON.stringify({ ...source, Statement: statements }), { kind: 'resource' });
}

function readObject(document: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(document);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new MalformedPolicy('', 'The policy is not an object in JSON');
}
