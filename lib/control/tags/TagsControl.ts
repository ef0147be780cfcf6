import type { Actor } from '@/lib/model/role';
import type { Tags } from '@/lib/model/tag';

/**
 * Tags, by the ARN of what they are of: `arn:aws:apigateway:{region}::/restapis/{id}[/stages/{name}]`, ...; those of
 * portals and their products carry the account: `arn:aws:apigateway:{region}:{account}:/portals/{id}`.
 */
export interface TagsControl {
  /** @throws ControlError NotFoundException for an ARN of nothing that is there */
  get(actor: Actor, resourceArn: string): Promise<Tags>;
  /** Of everything whose ARN begins so. */
  all(actor: Actor, arnPrefix: string): Promise<Record<string, Tags>>;
  /** Of these, where they have any: for a page of a long list. */
  of(actor: Actor, resourceArns: string[]): Promise<Record<string, Tags>>;
  /** Adds to what is there; a key that is there gets its new value. */
  tag(actor: Actor, resourceArn: string, tags: Tags): Promise<Tags>;
  untag(actor: Actor, resourceArn: string, keys: string[]): Promise<void>;
}
