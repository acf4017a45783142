"""What the page asks the served database. Every answer is cut to what one can read."""

from __future__ import annotations

SQL = {
    "strength": """
        SELECT force_code, country_code, quantity_state_code, low, best, high, qualifier_code, as_of_on, origin_count,
          is_disputed, origin_source, quote, url, outlet
        FROM strength
        WHERE country_code IS NOT NULL AND place_name IS NULL AND scope IS NULL AND unit_code = 'personnel'
          AND quantity_state_code IN ('stated', 'withheld')
        ORDER BY as_of_on DESC NULLS LAST, best DESC NULLS LAST, force_code, country_code
        LIMIT 100
    """,
    # Original claims on one force in one country as a whole, for those that were counted on several days; with the
    # level that the mart holds now, which is the ledger's own answer.
    "levels": """
        WITH claims AS (
          SELECT level_id, force_code, country_code, as_of_on, point, low, high, origin_source,
            count(DISTINCT as_of_on) OVER pair AS day_count, count(*) OVER pair AS claim_count
          FROM stg_claims
          WHERE (
              (type_code = 'strength' AND status_code IN ('in_effect', 'completed', 'ongoing'))
              OR (type_code = 'strength_change' AND status_code IN ('in_effect', 'completed'))
            )
            AND unit_code = 'personnel' AND place_code IS NULL AND scope IS NULL AND country_code IS NOT NULL
            AND force_code IS NOT NULL AND as_of_on IS NOT NULL AND point IS NOT NULL
            AND superseded_on IS NULL AND original_record_id IS NULL
          WINDOW pair AS (PARTITION BY force_code, country_code)
        )
        SELECT claims.*, best
        FROM claims
        JOIN strength ON strength_id = level_id
        WHERE day_count > 1 AND best IS NOT NULL
        QUALIFY dense_rank() OVER (ORDER BY claims.claim_count DESC, claims.force_code, claims.country_code) <= 6
        ORDER BY claims.claim_count DESC, claims.force_code, claims.country_code, claims.as_of_on, point
    """,
    "bases": """
        SELECT place_name, country_code, status_code, previous_status_code, holder_code, previous_holder_code,
          changed_on, is_disputed, origin_count, quote, url, outlet
        FROM bases
        WHERE changed_on IS NOT NULL
        ORDER BY changed_on DESC, base_id
        LIMIT 15
    """,
    "disputes": """
        SELECT dispute_code, type_code, force_code, country_code, place_name, known_on,
          origin_source, low, high, as_of_on, quote, url, outlet,
          counter_origin_source, counter_low, counter_high, counter_as_of_on, counter_quote, counter_url, counter_outlet
        FROM disputes
        ORDER BY known_on DESC, dispute_id
        LIMIT 15
    """,
    "types": """
        SELECT type_code, count(*) AS record_count
        FROM records
        GROUP BY ALL
        ORDER BY record_count DESC, type_code
    """,
    "sources": """
        SELECT name, document_count, failure_count, article_count, reprint_count, record_count, rejection_count,
          last_published_on
        FROM sources
        WHERE kind_code = 'source'
        ORDER BY failure_count DESC, name
        LIMIT 60
    """,
    "failures": """
        SELECT source_code, state_code, reason, count(*) AS document_count, max(retrieved_at) AS last_at
        FROM documents
        WHERE state_code IN ('fetch_failed', 'refused', 'unreadable', 'no_text')
        GROUP BY ALL
        ORDER BY last_at DESC, source_code, reason
        LIMIT 30
    """,
}
