/** What is going on on boards, in Postgres. Boards from before it have had no stage but the first. */
export const STAGE_MIGRATION = `
  CREATE TABLE stage (
    board TEXT COLLATE "C" PRIMARY KEY REFERENCES board (id),
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    due_at BIGINT
  );
  CREATE INDEX stage_due ON stage (due_at) WHERE due_at IS NOT NULL;
  `;

/** Which notes of desks have been put on the canvas, so that each is once. */
export const REVEALED_MIGRATION = `
  CREATE TABLE revealed (
    board TEXT COLLATE "C" NOT NULL REFERENCES board (id),
    note TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (board, note)
  );
  `;

/** Who voted for what, until it is counted. */
export const BALLOT_MIGRATION = `
  CREATE TABLE ballot (
    board TEXT COLLATE "C" NOT NULL REFERENCES board (id),
    vote TEXT COLLATE "C" NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    votes TEXT NOT NULL,
    PRIMARY KEY (board, vote, person)
  );
  `;

export const STAGE_SQL = {
  stage: 'SELECT state FROM stage WHERE board = $1',
  firstStage: `
    INSERT INTO stage (board, version, state, due_at) SELECT id, $2::integer, $3::text, $4::bigint FROM board WHERE id = $1
    ON CONFLICT (board) DO NOTHING`,
  nextStage: 'UPDATE stage SET version = $2, state = $3, due_at = $4 WHERE board = $1 AND version = $2 - 1',
  stagesDue: `
    SELECT board FROM stage
    WHERE due_at <= $1 AND NOT EXISTS (SELECT 1 FROM deletion WHERE deletion.board = stage.board)`,
  reveal: 'INSERT INTO revealed (board, note) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
  revealed: 'SELECT note FROM revealed WHERE board = $1',
  /** The stage is held as it is until the ballot is stored: whoever counts waits for it. */
  putBallot: `
    WITH held AS (SELECT 1 FROM stage WHERE board = $1 AND version = $6::integer FOR SHARE)
    INSERT INTO ballot (board, vote, person, revision, votes)
    SELECT $1::text, $2::text, $3::text, $4::bigint, $5::text FROM held
    ON CONFLICT (board, vote, person) DO UPDATE SET revision = excluded.revision, votes = excluded.votes
    WHERE excluded.revision > ballot.revision`,
  isStageOfVersion: 'SELECT 1 FROM stage WHERE board = $1 AND version = $2',
  ballot: 'SELECT revision, votes FROM ballot WHERE board = $1 AND vote = $2 AND person = $3',
  ballots: 'SELECT revision, votes FROM ballot WHERE board = $1 AND vote = $2',
  forgetBallots: 'DELETE FROM ballot WHERE board = $1 AND vote = $2',
} as const;
