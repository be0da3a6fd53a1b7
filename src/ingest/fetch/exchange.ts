/** One question to a server and its answer, over Node's own client. */
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { Readable } from 'node:stream';

export interface Question {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  /** @param name in lower case */
  header(name: string): string | null;
  /** Bytes as they arrive; fails when the connection breaks before the end that the server stated. */
  readonly body: Readable;
}

/** How servers are reached; redirects are not followed. Tests put a local server in the place of every host. */
export type Exchange = (question: Question) => Promise<Answer>;

type ClientRequest = typeof httpsRequest;

/** Asks the server the address names, over TLS. */
export const httpsExchange: Exchange = (question) => exchangeOver(httpsRequest, question.url, question);

/**
 * Asks a server.
 *
 * @param url where to connect, which tests let differ from the address asked for
 */
export function exchangeOver(request: ClientRequest, url: URL, { headers, signal }: Question): Promise<Answer> {
  const options: RequestOptions = { method: 'GET', headers, signal, agent: false };
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (message) => resolve(answerOf(message)));
    // Also after the answer: a connection that is given up may still fail.
    asked.on('error', reject);
    asked.end();
  });
}

function answerOf(message: IncomingMessage): Answer {
  message.on('error', () => {});
  return {
    status: message.statusCode ?? 0,
    header(name) {
      const value = message.headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    },
    body: message,
  };
}
