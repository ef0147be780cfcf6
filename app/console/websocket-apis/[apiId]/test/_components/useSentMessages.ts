'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';

const most = 20;
const kept = z.array(z.string());

/** Messages that this browser sent to the API, newest first, each once. */
export function useSentMessages(apiId: string) {
  const key = `gatehouse.webSocketMessages.${apiId}`;
  const [messages, setMessages] = useState<string[]>([]);
  useEffect(() => setMessages(readMessages(key)), [key]);
  const keep = (text: string) => {
    const next = [text, ...messages.filter((each) => each !== text)].slice(0, most);
    setMessages(next);
    window.localStorage.setItem(key, JSON.stringify(next));
  };
  return { messages, keep };
}

function readMessages(key: string): string[] {
  try {
    return kept.parse(JSON.parse(window.localStorage.getItem(key) ?? '[]'));
  } catch {
    return [];
  }
}
