"""The front page /: for visitors what BackGym is, for members the way to Today."""


def test_a_visitor_sees_the_ready_routines(client, catalogue, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):  # a transaction's two, and the templates
        page = client.get("/").text
    assert "Know what each set does for your back" in page
    assert 'href="/routines/wide-thick-2x/"' in page
    assert "/sign-up/" in page


def test_an_empty_catalogue_is_no_error(client, db):
    assert "No routines yet" in client.get("/").text


def test_a_member_goes_on_to_today(as_user, alex):
    assert as_user(alex).get("/").url == "/today/"


def test_pages_without_an_icon_of_their_own_find_ours(client, db):
    response = client.get("/favicon.ico")
    assert (response.status_code, response.url) == (302, "/static/img/favicon.svg")
