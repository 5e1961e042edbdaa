/**
 * What `npm run warehouse -- FOLDER` ends in: joins the exports in a folder into `rows.csv`, loads that into DuckDB
 * (`sobrio.duckdb`), and writes `rows.parquet`, the results of the four queries of `docs/warehouse` as CSV, and the report in French and in English. Options: `--out DIR`
 * (out/warehouse), `--courses FILE`, a CSV with the columns `course_code` and `course_name`; `--memory 4GB`, the most that DuckDB takes
 * before it writes to disk (80 % of the machine's by default). Ends with 1 and one line for what its user can mend. Until the exports
 * are joined, what an earlier run has written is still there; after that, each result is replaced in turn.
 */
import { runPlainly } from './setup/plain-errors.ts';
import { runWarehouse } from './warehouse/command.ts';

await runPlainly(() => runWarehouse(process.argv.slice(2), console.log));
