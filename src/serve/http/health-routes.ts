/** `/healthz` and `/readyz`: for whoever runs the server. */
import type { Hono } from 'hono';

/** @param ready whether questions can be answered now; always, when not given */
export function mountHealth(app: Hono, ready: () => Promise<boolean> = async () => true): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) =>
    (await ready()) ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503),
  );
}
