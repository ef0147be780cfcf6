-- From now on a function's policy decides which APIs may invoke it. What was there goes on: every function, version and
-- alias lets API Gateway in, as each did when nobody was asked.
INSERT INTO "function_permissions" ("function_name", "qualifier", "statement_id", "statement")
SELECT "function_name", "qualifier", 'before-permissions',
  '{"Sid": "before-permissions", "Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"}, "Action": "lambda:InvokeFunction"}'::jsonb
FROM (
  SELECT "function_name", '' AS "qualifier" FROM "functions"
  UNION ALL
  SELECT "function_name", "version" FROM "function_versions" WHERE "version" <> '$LATEST'
  UNION ALL
  SELECT "function_name", "name" FROM "function_aliases"
) AS "named"
ON CONFLICT DO NOTHING;
