"""The gallery of components."""

app_name = "look"
urlpatterns: list = []
