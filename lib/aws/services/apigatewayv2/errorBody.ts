import type { AwsError } from '../../AwsError';

/** V2's errors; its model tells of what is not there also which type of resource it would have been. */
export function errorBody({ code, message }: AwsError): { message: string; resourceType?: string } {
  if (code !== 'NotFoundException') return { message };
  const [, words] = /^Invalid ([A-Za-z ]+?)(?: identifier| ID| name)? specified/.exec(message) ?? [];
  return { message, ...(words !== undefined && { resourceType: typeOf(words) }) };
}

/** `API mapping` -> `ApiMapping` */
function typeOf(words: string): string {
  return words
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}
