-- fail: whatever a row points at is there
SELECT 'articles.document_id' AS key, article_id AS id, document_id AS missing
FROM articles WHERE document_id NOT IN (SELECT document_id FROM documents)
UNION ALL
SELECT 'records.article_id', record_id, article_id
FROM records WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'records.document_id', record_id, document_id
FROM records WHERE document_id NOT IN (SELECT document_id FROM documents)
UNION ALL
SELECT 'records.denies_record_id', record_id, denies_record_id
FROM records WHERE denies_record_id IS NOT NULL AND denies_record_id NOT IN (SELECT record_id FROM records)
UNION ALL
SELECT 'mentions.article_id', mention_id, article_id
FROM mentions WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'mentions.record_id', mention_id, record_id
FROM mentions WHERE record_id IS NOT NULL AND record_id NOT IN (SELECT record_id FROM records)
UNION ALL
SELECT 'rejections.mention_id', mention_id, mention_id
FROM rejections WHERE mention_id NOT IN (SELECT mention_id FROM mentions)
UNION ALL
SELECT 'rejections.article_id', mention_id, article_id
FROM rejections WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'reprints.article_id', article_id, article_id
FROM reprints WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'reprints.original_article_id', article_id, original_article_id
FROM reprints WHERE original_article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'citations.article_id', article_id, article_id
FROM citations WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'corrections.article_id', article_id, article_id
FROM corrections WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'corrections.corrects_article_id', article_id, corrects_article_id
FROM corrections WHERE corrects_article_id NOT IN (SELECT article_id FROM articles)
ORDER BY ALL
