import type { Change } from './deployment';
import { diffMembers } from './diffMembers';
import { type DocumentationPart, locationKey, parseProperties } from './documentation';
import { documentationAddress } from './documentationAddress';

/** What `after` says that `before` did not, part by part in the order of locations, in sentences. */
export function diffDocumentation(
  before: readonly DocumentationPart[],
  after: readonly DocumentationPart[],
): Change[] {
  const [old, now] = [byLocation(before), byLocation(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.flatMap((key): Change[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const part = is ?? was;
    if (!part) return [];
    const subject = documentationAddress(part.location);
    const [said, says] = [membersOf(was), membersOf(is)];
    if (!was) return [{ kind: 'added', subject, sentence: `${subject} documented`, after: says }];
    if (!is) return [{ kind: 'removed', subject, sentence: `${subject} no longer documented`, before: said }];
    return diffMembers(subject, said, says);
  });
}

const byLocation = (parts: readonly DocumentationPart[]) =>
  new Map(parts.map((part) => [locationKey(part.location), part]));

const membersOf = (part: DocumentationPart | undefined) => part && (parseProperties(part.properties) ?? {});
