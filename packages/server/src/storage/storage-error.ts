/**
 * Storage says no now and may say yes later: disk full, input/output error, database gone. Nothing of the call was stored; only where
 * the connection to a database broke, or SQLite's thread ended, while it committed, all of it may have been.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}

/** The database itself is damaged. Nothing that is written after this can be trusted: the process ends. */
export class StorageCorrupt extends Error {
  override readonly name = 'StorageCorrupt';
}
