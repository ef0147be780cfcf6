import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestListener, ServerResponse } from 'node:http';
import { isControlError } from '@/lib/model/ControlError';

/** One request of the console while it is answered. */
interface Course {
  databaseAway: boolean;
}
type Operation = (...input: unknown[]) => unknown;

const courses = new AsyncLocalStorage<Course>();

/** The same control plane. An operation that finds the database away notes it for the request that it serves. */
export function notingOutages<Part extends object>(part: Part): Part {
  return new Proxy(part, {
    get(target, name, receiver): unknown {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member === 'function') return noting(member as Operation);
      return typeof member === 'object' && member !== null ? notingOutages(member) : member;
    },
  });
}

function noting(operation: Operation): Operation {
  return (...input) => {
    const outcome = operation(...input);
    Promise.resolve(outcome).catch((error: unknown) => {
      const course = courses.getStore();
      if (course && isControlError(error) && error.code === 'ServiceUnavailableException')
        course.databaseAway = true;
    });
    return outcome;
  };
}

/**
 * The same handler. An answer that was made without the database says 503 and Retry-After, with the body as it is:
 * pages have no say in the status of their actions.
 */
export function tellingOutages(handler: RequestListener): RequestListener {
  return (request, response) => {
    const course = { databaseAway: false };
    replaceStatus(response, course);
    courses.run(course, handler, request, response);
  };
}

function replaceStatus(response: ServerResponse, course: Course): void {
  const { writeHead } = response;
  response.writeHead = (...head: unknown[]) => {
    if (!course.databaseAway) return Reflect.apply(writeHead, response, head);
    response.setHeader('Retry-After', '1');
    // Without the words of the status that it replaces.
    const headers = head.slice(1).filter((part) => typeof part !== 'string');
    return Reflect.apply(writeHead, response, [503, ...headers]);
  };
}
