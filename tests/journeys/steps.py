"""Steps that journeys share. Whoever goes on waits for the next page: nothing is asked of a page that is leaving."""


def go(place):
    """Click what leads to another page, and be there."""
    with place.page.expect_navigation():
        place.click()


def press(page, name):
    go(page.get_by_role("button", name=name).first)


def follow(page, name):
    go(page.get_by_role("link", name=name).first)


def sign_out(page):
    with page.expect_navigation():
        page.locator("form[data-sign-out]").first.evaluate("form => form.requestSubmit()")
