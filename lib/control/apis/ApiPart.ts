import type { z } from 'zod';
import type { ApiPartKind } from '@/db/schema';
import type { WriteCall } from '../ControlContext';
import type { ApiRow } from './findApi';
import type { PartRow } from './partRows';

/** Where a part is written: its Api, held, and the id of its route or integration ('' for what is the Api's own). */
export interface Place {
  call: WriteCall;
  api: ApiRow;
  parentId: string;
  /** where many are written at once: the Api's parts, read before; absent: they are looked up for each */
  parts?: PartRow[];
}

/** What is particular to one kind of thing that an Api holds. */
export interface ApiPart<Item, Input, Settings extends object> {
  kind: ApiPartKind;
  /** AWS's word, e.g. `Route`: of CreateRoute and GetRoutes */
  name: string;
  parentKind?: ApiPartKind;
  schema: z.ZodType<Input>;
  /** what no other of its kind has; absent: there may be any number of equals */
  keyOf?(settings: Settings): string;
  taken?(settings: Settings): string;
  /** how many an Api or, for responses, their parent may have */
  limit?: number;
  /** Fills in defaults. @throws ControlError for what this Api's protocol does not have, or what is not there */
  complete(place: Place, input: Input, before: Settings | null): Settings | Promise<Settings>;
  toItem(id: string, settings: Settings, apiGatewayManaged: boolean): Item;
  /** @throws ControlError for changes of what quick create made that AWS refuses */
  refuseManaged?(before: Settings, settings: Settings): void;
  /** what quick create made goes with its Api alone */
  staysManaged?: boolean;
  /** @throws ControlError ConflictException while something names it */
  refuseDelete?(place: Place, id: string, settings: Settings): Promise<void>;
  /** the kind of what is below it and goes with it */
  children?: ApiPartKind;
}
