export type { ConnectOptions, Port } from '../worker/connect.js';
export { connect } from '../worker/connect.js';
export type { Remote, RemoteCatalogue, RemoteYushen } from '../worker/remote.js';
