import { httpMessages } from '../http/HttpError';
import type { Serving } from '../snapshot/compiled';
import { tooLongMessage } from '../sockets/readPosted';
import { callAddress } from '../steps/callAddress';
import type { BodyTooLarge } from '../transport/gate/gate';
import { bodyTooLarge, type Refusal } from '../transport/Refusal';
import { newExtendedRequestId } from './ids';

/** What a body that says that it is over 10 MB is answered, as the API that it is sent to answers any that is. */
export function bodyTooLargeFor(current: () => Serving | undefined): BodyTooLarge {
  return (limit, address) => {
    const serving = current();
    const apiId = serving && callAddress(address, serving.domains)?.apiId;
    if (apiId === undefined) return bodyTooLarge(limit);
    if (serving?.httpApis.has(apiId))
      return refused(httpMessages[413], ['apigw-requestid', newExtendedRequestId()]);
    if (serving?.webSocketApis.has(apiId))
      return refused(tooLongMessage, ['x-amzn-ErrorType', 'PayloadTooLargeException']);
    return bodyTooLarge(limit);
  };
}

function refused(message: string, header: readonly [name: string, value: string]): Refusal {
  return {
    status: 413,
    contentType: 'application/json',
    headers: [header],
    body: JSON.stringify({ message }),
  };
}
