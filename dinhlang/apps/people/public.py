"""What other rooms may use of people and permission."""

from dinhlang.apps.people.models import Person, Role, RoleKind
from dinhlang.apps.people.queries import person_on, with_roles_on
from dinhlang.apps.people.rules import Word

__all__ = ["Person", "Role", "RoleKind", "Word", "person_on", "with_roles_on"]
