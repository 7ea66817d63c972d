#!/usr/bin/env python3
"""Asks questions.sql of a Spark cluster: spark-submit spark.py RECORDS

RECORDS is a folder of .ndjson files that all workers can read.  Written to the
manual of PySpark 3.5; not run by us.
"""
import os
import sys

from pyspark.sql import SparkSession

SCHEMA = ("`is` STRING, journal STRING, as_of DATE, id STRING, title STRING, "
          "recurring BOOLEAN, interviews INT, `of` INT, trend STRING, "
          "rule STRING, company STRING, contact STRING, due DATE, "
          "status STRING")


def main():
    spark = SparkSession.builder.appName("journals").getOrCreate()
    spark.read.schema(SCHEMA).json(os.path.join(sys.argv[1], "*.ndjson")) \
        .createOrReplaceTempView("record")
    spark.sql("CREATE TEMPORARY VIEW weakness AS SELECT *, "
              "`of` AS interviews_held FROM record WHERE `is` = 'weakness'")
    spark.sql("CREATE TEMPORARY VIEW follow_up AS "
              "SELECT record.*, date_add(day.week_start, 7) AS week_end "
              "FROM record JOIN (SELECT journal AS whose, "
              "as_of AS week_start FROM record WHERE `is` = 'report') AS day "
              "ON record.journal = day.whose WHERE `is` = 'follow_up'")
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "questions.sql"), encoding="utf-8") as file:
        for question in file.read().split(";"):
            if question.strip():
                spark.sql(question).show(20, truncate=False)


main()
