/** Tables of people, sessions, files, systems and drafts (migration 0002 and later of that half). */
// biome-ignore lint/suspicious/noEmptyInterface: its half of the schema is declared here
export interface PeopleTables {}
