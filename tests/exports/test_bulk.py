"""Neo4j's own import tool takes the exported files."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from made import WHOLE
from neo4j_server import NoServerError, jars

from graph.exports import export
from graph.projection import project


@pytest.mark.neo4j
@pytest.mark.slow
def test_neo4j_admin_imports_every_node_and_relationship(tmp_path: Path) -> None:
    try:
        classpath = f"{jars()}/*"
    except NoServerError as error:
        pytest.skip(str(error))
    export(WHOLE, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        archive.extractall(tmp_path)
    (tmp_path / "home" / "conf").mkdir(parents=True)
    words = (tmp_path / "import.txt").read_text(encoding="utf-8").replace("\\\n", " ").split()
    done = subprocess.run(
        ["java", "-cp", classpath, "org.neo4j.server.startup.Neo4jAdminCommand", *words[1:]],
        cwd=tmp_path,
        env={
            **os.environ,
            "NEO4J_HOME": str(tmp_path / "home"),
            "NEO4J_CONF": str(tmp_path / "home" / "conf"),
        },
        capture_output=True,
        text=True,
    )
    projected = project(WHOLE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(projected.nodes)} nodes" in done.stdout
    assert f"{len(projected.edges)} relationships" in done.stdout
