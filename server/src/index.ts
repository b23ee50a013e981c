/** Serves the pages of Whybounce over HTTP. */
export { type AppOptions, createApp } from './app.ts';
export type { Client, ClientBindings } from './client.ts';
export { type Fetch, type Listening, type ListenOptions, listen } from './listen.ts';
export { DEFAULT_HOST, DEFAULT_PORT, type ServeOptions, type Service, serve } from './serve.ts';
export { ServeError, type ServeErrorCode } from './serve-error.ts';
export { openSite, type Site } from './site/site.ts';
