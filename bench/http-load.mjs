/** Asks one address again and again over a fixed number of connections: requests a second and how long each took. */
import { connect } from 'node:net';
import { verify } from './measurement.mjs';

/**
 * @typedef {{ perSecond: number, p50Ms: number, p99Ms: number, requests: number }} Load
 */

/**
 * One request after the other on each connection, kept alive; every answer must have the status and length expected.
 *
 * @param {{ port: number, path: string, connections: number, seconds: number, bytes: number }} options
 * @returns {Promise<Load>}
 */
export async function httpLoad({ port, path, connections, seconds, bytes }) {
  /** @type {number[]} */
  const times = [];
  const started = performance.now();
  const until = started + 1000 * seconds;
  await Promise.all(Array.from({ length: connections }, () => askUntil({ port, path, until, bytes, times })));
  const took = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return { perSecond: times.length / took, p50Ms: at(0.5), p99Ms: at(0.99), requests: times.length };
}

/**
 * @param {{ port: number, path: string, until: number, bytes: number, times: number[] }} options
 * @returns {Promise<void>}
 */
function askUntil({ port, path, until, bytes, times }) {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/html\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let begun = 0;
    let head = '';
    /** Bytes of the body still to come; -1 while the head is read. */
    let left = -1;
    const ask = () => {
      if (performance.now() >= until) {
        socket.end();
        resolve();
        return;
      }
      begun = performance.now();
      socket.write(request);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      try {
        if (left < 0) {
          head += chunk.toString('latin1');
          const end = head.indexOf('\r\n\r\n');
          if (end < 0) return;
          verify(head.startsWith('HTTP/1.1 200 '), `${path} is answered with 200`);
          verify(Number(/^content-length: (\d+)/im.exec(head)?.[1]) === bytes, `${path} has ${bytes} bytes`);
          left = bytes - (head.length - end - 4);
          head = '';
        } else left -= chunk.length;
        if (left > 0) return;
        left = -1;
        times.push(performance.now() - begun);
        ask();
      } catch (failure) {
        socket.destroy();
        reject(failure);
      }
    });
  });
}
