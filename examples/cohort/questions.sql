-- Which weaknesses recur, over all journals?
SELECT id, max(title) AS title,
       count(*) AS journals,
       sum(CASE WHEN recurring THEN 1 ELSE 0 END) AS recurring_in,
       round(100.0 * sum(interviews) / sum(interviews_held), 1) AS percent_of_interviews,
       sum(CASE WHEN trend = 'worse' THEN 1 ELSE 0 END) AS getting_worse
FROM weakness
GROUP BY id
ORDER BY recurring_in DESC, journals DESC, id;

-- Who is owed a follow-up this week, and whose journal says so?
SELECT journal, due, rule, company, contact
FROM follow_up
WHERE status = 'overdue' OR (status = 'due' AND due <= week_end)
ORDER BY due, journal, company, rule
LIMIT 20;

-- How many of each kind are open?
SELECT rule, status, count(*) AS items, count(DISTINCT journal) AS journals
FROM follow_up
WHERE status IN ('overdue', 'due')
GROUP BY rule, status
ORDER BY items DESC, rule, status;
