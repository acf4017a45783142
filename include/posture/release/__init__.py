"""Lake, candidate, verdict, served version: the room that stores what was derived and publishes what was proved.

It may touch the disk and DuckDB, never the network, and it makes no record: every row of a release comes
from the lake by SQL. In the order of the data: `lake` (one folder of Parquet a batch), `build` (a candidate
database from all batches), `validate` (its verdict), `publish` (one flip of one pointer), `query` (reading).
"""
