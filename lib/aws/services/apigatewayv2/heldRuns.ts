import type { z } from 'zod';
import type { Held } from '@/lib/control/apis/ApisControl';
import type { Control } from '@/lib/control/control';
import type { OperationCall } from '../../Service';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label } from './inputOf';
import { paged } from './paged';

interface Kind<Item extends object, Schema extends z.ZodObject> {
  /** as the operations name one, and several */
  one: string;
  many: string;
  /** parts of the path that say what it is held by, outermost first */
  inside: readonly string[];
  /** the item's own part of the path, and its member */
  id: string & keyof Item;
  input: Schema;
  of(control: Control): Held<Item, z.infer<Schema>, string[]>;
}

/** Create, list, get, update and delete of what an Api holds: the same five for every kind. */
export function heldRuns<Item extends object, Schema extends z.ZodObject>({
  one,
  many,
  inside,
  id,
  input,
  of,
}: Kind<Item, Schema>): Runs {
  const partial = input.partial();
  const outside = (call: OperationCall) => inside.map((name) => label(call, name));
  const address = (call: OperationCall): [...string[], string] => [...outside(call), label(call, id)];
  return {
    [`Create${one}`]: async (call) => {
      const members = await bodyOf(call, input);
      return of(call.door.control).create(call.actor, ...outside(call), members);
    },
    [`Get${many}`]: async (call) => {
      const all = await of(call.door.control).list(call.actor, ...outside(call));
      return paged(
        call,
        all,
        (item) => String(item[id]),
        (item) => item,
      );
    },
    [`Get${one}`]: (call) => of(call.door.control).get(call.actor, ...address(call)),
    [`Update${one}`]: async (call) => {
      const members = (await bodyOf(call, partial)) as Partial<z.infer<Schema>>;
      return of(call.door.control).update(call.actor, ...address(call), members);
    },
    [`Delete${one}`]: (call) => of(call.door.control).delete(call.actor, ...address(call)),
  };
}
