"""What others put into the bucket stops no backup and no move."""

from dinhlang.base.bucket import BucketStorage
from dinhlang.config.recovery import bucket_copy

NAMES = ["ab/", "ab/cd/", "/etc/x", "../x", "a//b", "./a", "a\0b", "ab/cd/whole"]


class Client:
    """Lists, and hands out the same bytes for every name."""

    def get_paginator(self, _call):
        return self

    def paginate(self, **_asked):
        return [{"Contents": [{"Key": name, "Size": 0} for name in NAMES]}]

    def head_object(self, **_asked):
        return {"ContentLength": 0}


def test_a_folder_that_a_console_drew_and_names_no_folder_can_hold_stop_no_backup(tmp_path):
    bucket = BucketStorage(endpoint="http://kho.test", bucket="tep", key="k", secret="s", region="r")
    bucket._client = Client()

    assert bucket_copy.bring_up_to_date(tmp_path, bucket, []) == []
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["whole"]
