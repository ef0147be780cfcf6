'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { bytesOf, closeWords, type Frame } from './Frame';

/** More lines than these push the oldest out. */
const most = 1000;

export type SocketState = 'closed' | 'connecting' | 'open';

/** One WebSocket of this page and what went over it. It ends with the page. */
export function useTestSocket() {
  const socket = useRef<WebSocket | null>(null);
  const next = useRef(0);
  const [state, setState] = useState<SocketState>('closed');
  const [frames, setFrames] = useState<Frame[]>([]);

  const log = useCallback((direction: Frame['direction'], text: string) => {
    next.current += 1;
    const frame: Frame = { id: next.current, time: Date.now(), direction, text };
    const sized = direction === 'note' ? frame : { ...frame, size: bytesOf(text) };
    setFrames((before) => [...before, sized].slice(-most));
  }, []);

  const connect = useCallback(
    (address: string, subprotocols: string[]) => {
      const opened = openSocket(address, subprotocols);
      if (typeof opened === 'string') return log('note', opened);
      socket.current = opened;
      setState('connecting');
      log('note', `Connecting to ${address}`);
      let wasOpen = false;
      opened.addEventListener('open', () => {
        wasOpen = true;
        setState('open');
        log('note', opened.protocol ? `Connected, subprotocol ${opened.protocol}` : 'Connected');
      });
      opened.addEventListener('message', ({ data }) => {
        log('in', typeof data === 'string' ? data : `Binary, ${data.size} bytes`);
      });
      opened.addEventListener('close', (event) => {
        setState('closed');
        log('note', closeWords(event, wasOpen));
      });
    },
    [log],
  );

  const send = useCallback(
    (text: string) => {
      socket.current?.send(text);
      log('out', text);
    },
    [log],
  );

  useEffect(() => () => socket.current?.close(), []);
  return {
    state,
    frames,
    connect,
    send,
    disconnect: useCallback(() => socket.current?.close(1000), []),
    clear: useCallback(() => setFrames([]), []),
  };
}

/** The socket, or what the browser does not accept of its address or its subprotocols. */
function openSocket(address: string, subprotocols: string[]): WebSocket | string {
  try {
    return new WebSocket(address, subprotocols);
  } catch (error) {
    return error instanceof Error ? error.message : 'The browser did not accept the address';
  }
}
