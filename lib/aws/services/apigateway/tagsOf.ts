import type { Control } from '@/lib/control/control';
import type { Tags } from '@/lib/model/tag';
import type { OperationCall } from '../../Service';

/** ARN of something of the account, e.g. `apikeys/{id}` (https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html). */
export function arnOf({ door }: Pick<OperationCall, 'door'>, path: string): string {
  return `arn:aws:apigateway:${door.region}::/${path}`;
}

/** What was made, with the tags that were sent for it; in `control.together`. */
export async function withNewTags<Shape extends object>(
  call: OperationCall,
  control: Control,
  path: string,
  tags: Tags | null | undefined,
  shape: Shape,
): Promise<Shape & { tags?: Tags }> {
  if (!tags || Object.keys(tags).length === 0) return shape;
  return { ...shape, tags: await control.tags.tag(call.actor, arnOf(call, path), tags) };
}

/** One thing with its tags, where it has any. */
export async function withTags<Shape extends object>(
  call: OperationCall,
  control: Control,
  path: string,
  shape: Shape,
): Promise<Shape & { tags?: Tags }> {
  const tags = await control.tags.get(call.actor, arnOf(call, path));
  return { ...shape, ...(Object.keys(tags).length > 0 && { tags }) };
}

/** Adds their tags to the things of a page. @param pathOf of a thing, e.g. `apikeys/{id}` */
export async function withTagsOfAll<Item, Shape extends object>(
  call: OperationCall,
  items: Item[],
  pathOf: (item: Item) => string,
  shape: (item: Item) => Shape,
): Promise<(Shape & { tags?: Tags })[]> {
  const arns = items.map((item) => arnOf(call, pathOf(item)));
  const all = await call.door.control.tags.of(call.actor, arns);
  return items.map((item) => {
    const tags = all[arnOf(call, pathOf(item))];
    return { ...shape(item), ...(tags && { tags }) };
  });
}
