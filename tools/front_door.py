"""An import-linter contract: one app uses another only through its front door, `public`."""

from importlinter import Contract, ContractCheck, fields, output


class FrontDoor(Contract):
    container = fields.ModuleField()
    door = fields.StringField()

    def check(self, graph, verbose):
        home = self.container.name + "."
        depth = home.count(".") + 1

        def app(module):
            return ".".join(module.split(".")[:depth])

        climbed = [
            (importer, imported)
            for importer in sorted(m for m in graph.modules if m.startswith(home) and ".tests" not in m)
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if imported.startswith(home) and app(imported) != app(importer)
            if imported != f"{app(imported)}.{self.door}"
        ]
        return ContractCheck(kept=not climbed, metadata={"climbed": climbed})

    def render_broken_contract(self, check):
        for importer, imported in check.metadata["climbed"]:
            output.print_error(f"{importer} came through the window: {imported}. Use {self.door!r}.")
