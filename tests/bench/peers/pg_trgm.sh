#!/bin/sh
# pg_trgm.sh DIRECTORY BIN: PostgreSQL's pg_trgm with a GIN index, in a throw-away cluster of its own; the time is
# that of the query within the server.
set -eu
work=$1
bin=$2
cluster=$work/cluster
mkdir "$cluster"
as() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$cluster"
    as() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }
fi
cd "$cluster"
as "$bin/initdb" -D "$cluster/data" -A trust -U postgres >"$work/initdb.log"
as "$bin/pg_ctl" -D "$cluster/data" -w -o "-c listen_addresses='' -k $cluster" -l "$cluster/log" start >/dev/null
trap 'as "$bin/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null' EXIT
psql -h "$cluster" -U postgres -q -X -v ON_ERROR_STOP=1 <<END
CREATE EXTENSION pg_trgm;
CREATE TABLE names (id text, name text);
\copy names FROM '$work/names.tsv'
CREATE TABLE queries (number serial, owner text, name text);
\copy queries (owner, name) FROM '$work/queries.tsv'
CREATE INDEX ON names USING gin (name gin_trgm_ops);
ANALYZE;
CREATE TABLE results (number int, micros numeric, ids text);
DO \$\$
DECLARE q record; started timestamptz; found text;
BEGIN
    FOR q IN SELECT * FROM queries ORDER BY number LOOP
        started := clock_timestamp();
        SELECT string_agg(id, E'\t' ORDER BY best DESC, id) INTO found FROM (
            SELECT id, max(similarity(name, q.name)) AS best FROM names WHERE name % q.name
            GROUP BY id ORDER BY best DESC, id LIMIT 10) AS matches;
        INSERT INTO results VALUES (q.number, extract(epoch FROM clock_timestamp() - started) * 1e6, found);
    END LOOP;
END \$\$;
\pset format unaligned
\pset tuples_only on
\o $work/pg_trgm.tsv
SELECT round(micros, 1) || coalesce(E'\t' || ids, '') FROM results ORDER BY number;
END
